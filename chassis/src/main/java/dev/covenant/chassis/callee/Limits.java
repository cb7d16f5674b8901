package dev.covenant.chassis.callee;

/** The bounds of limits themselves. */
final class Limits {
    private Limits() {}

    static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be from %d to %d, not %d".formatted(name, least, most, value));
        }
    }
}
