package dev.covenant.orders.checkout;

/**
 * A key as its owner used it.
 *
 * @param subject whose key it is: two customers may use the same one and never notice
 * @param fingerprint tells whether the same request came again
 */
public record IdempotencyKey(String subject, String key, String fingerprint) {
    static final String OPERATION = "place-order";
}
