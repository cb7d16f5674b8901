package dev.covenant.payments.provider;

/**
 * An errand that someone is on, as stored before the provider was called.
 *
 * @param tries this one included
 */
public record Attempt(Errand errand, int tries) {
    /** False when the provider may have been asked before: then it must be asked what it knows. */
    public boolean isFirst() {
        return tries == 1;
    }

    @Override
    public String toString() {
        return "%s, try %d".formatted(errand.key(), tries);
    }
}
