package dev.covenant.registry.api.page;

/**
 * A request that got no answer.
 *
 * @param reference under which the log tells more; empty when it does not
 */
public record Failure(Site site, int status, String text, String reference) {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int FAULT = 500;
    private static final int AWAY = 503;

    /** To people. */
    static String says(int status) {
        return switch (status) {
            case UNAUTHORIZED -> "This registry wants to know who you are.";
            case FORBIDDEN -> "You may not see or do this.";
            case FAULT -> "The registry failed to handle this request.";
            case AWAY -> "The registry cannot reach its data at the moment. Try again in a while.";
            default -> "The registry cannot answer this.";
        };
    }
}
