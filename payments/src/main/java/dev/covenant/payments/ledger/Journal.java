package dev.covenant.payments.ledger;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.covenant.payments.money.Money;

import static dev.covenant.payments.ledger.Account.AUTHORIZED;
import static dev.covenant.payments.ledger.Account.AUTHORIZED_CONTRA;
import static dev.covenant.payments.ledger.Account.PROVIDER_CLEARING;
import static dev.covenant.payments.ledger.Account.REFUNDS;
import static dev.covenant.payments.ledger.Account.SALES;

/**
 * What one event does to the accounts: at least two postings in one currency that sum to zero.
 *
 * @param key unique in the ledger, so that no event is written twice: {@code paymentId:operation} or {@code refundId:refund}
 */
public record Journal(String key, UUID paymentId, String currency, List<Posting> postings) {
    public Journal {
        postings = List.copyOf(postings);
        if (postings.size() < 2 || postings.stream().mapToLong(Posting::amount).sum() != 0) {
            throw new IllegalArgumentException("Journal %s is not balanced: %s".formatted(key, postings));
        }
    }

    /** The provider holds the amount for us. */
    public static Journal authorized(UUID payment, Money money) {
        return of(payment + ":authorize", payment, money, List.of(AUTHORIZED), List.of(AUTHORIZED_CONTRA));
    }

    /** The hold is given up. */
    public static Journal voided(UUID payment, Money money) {
        return of(payment + ":void", payment, money, List.of(AUTHORIZED_CONTRA), List.of(AUTHORIZED));
    }

    /** The provider refused the capture for good, and closed the hold with it. */
    public static Journal captureRefused(UUID payment, Money money) {
        return of(payment + ":capture-refused", payment, money, List.of(AUTHORIZED_CONTRA), List.of(AUTHORIZED));
    }

    /** The hold became a sale. */
    public static Journal captured(UUID payment, Money money) {
        return of(
                payment + ":capture",
                payment,
                money,
                List.of(AUTHORIZED_CONTRA, PROVIDER_CLEARING),
                List.of(AUTHORIZED, SALES));
    }

    /** The provider paid the amount back. */
    public static Journal refunded(UUID refund, UUID payment, Money money) {
        return of(refund + ":refund", payment, money, List.of(REFUNDS), List.of(PROVIDER_CLEARING));
    }

    private static Journal of(String key, UUID payment, Money money, List<Account> debits, List<Account> credits) {
        var debited = debits.stream().map(account -> new Posting(account, money.amount()));
        var credited = credits.stream().map(account -> new Posting(account, -money.amount()));
        return new Journal(
                key, payment, money.currency(), Stream.concat(debited, credited).toList());
    }
}
