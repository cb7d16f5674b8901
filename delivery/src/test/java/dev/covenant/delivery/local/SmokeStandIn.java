package dev.covenant.delivery.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/** Asks a stand-in whether it is any good. */
final class SmokeStandIn implements Trial {
    @Override
    public Optional<String> of(URI address) {
        try {
            var status = ((HttpURLConnection) address.resolve("/smoke").toURL().openConnection()).getResponseCode();
            return status == 200 ? Optional.empty() : Optional.of("GET /smoke answered " + status);
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }
}
