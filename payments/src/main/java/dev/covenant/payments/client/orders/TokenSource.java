package dev.covenant.payments.client.orders;

import java.util.Optional;

/** Where the service's own tokens for orders come from. */
interface TokenSource {
    /** Empty when there is none now. */
    Optional<String> token();

    /** Orders refused this one. */
    void refused(String token);
}
