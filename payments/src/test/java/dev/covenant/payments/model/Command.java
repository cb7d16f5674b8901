package dev.covenant.payments.model;

/** What a client may ask for. Clients, payments and refunds are numbers, which each run gives ids that nobody has used. */
sealed interface Command {
    int client();

    int payment();

    record Authorize(int client, int payment, long amount, String currency, String token) implements Command {
        boolean isSameRequest(Authorize other) {
            return amount == other.amount && currency.equals(other.currency) && token.equals(other.token);
        }
    }

    record Capture(int client, int payment) implements Command {}

    record Cancel(int client, int payment) implements Command {}

    /** @param amount null for all that remains */
    record Refund(int client, int payment, int refund, Long amount) implements Command {}

    record Find(int client, int payment) implements Command {}
}
