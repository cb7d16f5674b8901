package dev.covenant.payments.client.orders;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;

import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.chassis.tokens.ServiceTokens;

/** This service's tokens for orders, from the configured issuer. */
final class ServiceTokenSource implements TokenSource {
    private static final String AUDIENCE = "orders";

    private final ServiceTokens tokens;

    /** @throws java.util.NoSuchElementException which names what is not configured */
    ServiceTokenSource(Config config, BoundedHttp http, Clock clock) {
        tokens = new ServiceTokens(
                http,
                config.getValue("token.url", URI.class),
                config.getValue("client.id", String.class),
                config.getValue("CLIENT_SECRET", String.class),
                clock);
    }

    @Override
    public Optional<String> token() {
        return tokens.tokenFor(AUDIENCE);
    }

    @Override
    public void refused(String token) {
        tokens.refused(AUDIENCE, token);
    }
}
