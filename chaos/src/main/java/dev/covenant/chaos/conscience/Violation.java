package dev.covenant.chaos.conscience;

/**
 * A promise that was broken.
 *
 * @param history everything that is known of the order: what its customer was told, and what the books say
 */
public record Violation(String promise, String found, String history) {
    @Override
    public String toString() {
        return "%s: %s%n%s".formatted(promise, found, history.indent(2));
    }
}
