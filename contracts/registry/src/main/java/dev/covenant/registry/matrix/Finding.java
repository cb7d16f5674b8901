package dev.covenant.registry.matrix;

/**
 * What is to be said about an answer.
 *
 * @param severity how much it matters
 */
public record Finding(Severity severity, String text) {
    public enum Severity {
        /** Why the answer is not yes. */
        ERROR,
        /** Why the answer may not be what was asked for. */
        WARNING,
        /** Why the answer is yes. */
        SUCCESS
    }
}
