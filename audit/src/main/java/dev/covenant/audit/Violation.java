package dev.covenant.audit;

import java.util.Map;
import java.util.Optional;

/**
 * Something that must hold and does not.
 *
 * @param check the name of what was broken
 * @param promise what should hold
 * @param ids under which the thing is found, by what they name: order, reservation, payment, sku, ...
 * @param file all that the books say of it; for an order its whole history
 */
public record Violation(
        String check, String promise, String expected, String found, Map<String, String> ids, Record file) {

    /** The order that it is about, if it is about one. */
    public Optional<String> order() {
        return Optional.ofNullable(ids.get("order"));
    }
}
