package dev.covenant.payments.payment;

import java.lang.System.Logger.Level;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.chassis.database.Transactions;
import dev.covenant.payments.ledger.Ledger;
import dev.covenant.payments.payment.Begun.Done;
import dev.covenant.payments.payment.Begun.MustAsk;
import dev.covenant.payments.provider.Attempt;
import dev.covenant.payments.provider.Attempts;
import dev.covenant.payments.provider.ChargeAnswer;
import dev.covenant.payments.provider.ChargeAnswer.NeverSeen;
import dev.covenant.payments.provider.ChargeAnswer.Standing;
import dev.covenant.payments.provider.ChargeAnswer.Unknown;
import dev.covenant.payments.provider.Wait;

/**
 * Asks the provider and writes down what it says. Requests and the settler come through here alike. No transaction is open while
 * the provider is asked; its answer meets the payment as it is by then.
 */
@ApplicationScoped
public class Settlement {
    private static final System.Logger LOG = System.getLogger(Settlement.class.getName());

    private final Transactions transactions;
    private final Payments payments;
    private final Attempts attempts;
    private final Ledger ledger;
    private final ChargeDialogue dialogue;
    private final OutcomeNews news;

    @Inject
    Settlement(
            Transactions transactions,
            Payments payments,
            Attempts attempts,
            Ledger ledger,
            ChargeDialogue dialogue,
            OutcomeNews news) {
        this.transactions = transactions;
        this.payments = payments;
        this.attempts = attempts;
        this.ledger = ledger;
        this.dialogue = dialogue;
        this.news = news;
    }

    /** Takes up an attempt that got no answer, or whose asker is gone. The payment as it then stands. */
    public Payment resume(Attempt attempt, Wait wait) {
        var payment = payments.find(attempt.errand().paymentId()).orElseThrow();
        return settle(new MustAsk(payment, attempt), wait);
    }

    /** The payment after the provider's answer; as it was, or as others made it, when there is none within the wait. */
    Payment settle(Begun begun, Wait wait) {
        return switch (begun) {
            case Done(var payment) -> payment;
            case MustAsk ask -> {
                var answer = dialogue.hold(ask, wait);
                yield transactions.run(() -> write(ask.attempt(), answer));
            }
        };
    }

    private Payment write(Attempt attempt, ChargeAnswer answer) {
        var payment = payments.lock(attempt.errand().paymentId()).orElseThrow();
        return switch (answer) {
            case Standing standing ->
                payment.learn(standing)
                        .map(change -> store(attempt, payment, change))
                        .orElseGet(() -> askAgain(attempt, payment, answer));
            case NeverSeen _, Unknown _ -> askAgain(attempt, payment, answer);
        };
    }

    private Payment store(Attempt attempt, Payment before, Change change) {
        payments.store(before, change.after());
        if (!attempt.isFirst()) {
            // Whoever made the first one is told by its answer; since then somebody may have been told that it is
            // PENDING.
            news.of(before, change.after());
        }
        ledger.post(change.journals());
        attempts.answered(attempt.errand(), change.after().state().name());
        return change.after();
    }

    /** If nobody else has taken it up or brought it to its end since: an answer that comes late changes nothing. */
    private Payment askAgain(Attempt attempt, Payment payment, ChargeAnswer answer) {
        if (attempts.unknown(attempt)) {
            LOG.log(Level.INFO, "{0} payment, {1}: {2}; it is asked again", payment.state(), attempt, answer);
        }
        return payment;
    }
}
