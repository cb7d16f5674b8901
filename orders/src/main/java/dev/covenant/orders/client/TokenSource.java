package dev.covenant.orders.client;

import java.util.Optional;

/** Where the service's own tokens come from. */
public interface TokenSource {
    /** Empty when there is none now. */
    Optional<String> tokenFor(String audience);

    /** The callee refused this one. */
    void refused(String audience, String token);
}
