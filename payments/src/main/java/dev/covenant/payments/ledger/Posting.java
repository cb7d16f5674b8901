package dev.covenant.payments.ledger;

/**
 * One line of a journal.
 *
 * @param amount minor units; positive is debit, negative is credit, never 0
 */
public record Posting(Account account, long amount) {
    public Posting {
        if (amount == 0) {
            throw new IllegalArgumentException("A posting of nothing to " + account);
        }
    }
}
