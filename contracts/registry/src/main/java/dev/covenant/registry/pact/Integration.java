package dev.covenant.registry.pact;

/**
 * Two pacticipants between which there is or was a contract.
 *
 * @param result of verifying the latest contract, whichever provider version told it last
 */
public record Integration(String consumer, String provider, Result result) {
    public enum Result {
        SUCCESS,
        FAILED,
        NEVER;

        static Result of(Boolean success) {
            if (success == null) {
                return NEVER;
            }
            return success ? SUCCESS : FAILED;
        }
    }
}
