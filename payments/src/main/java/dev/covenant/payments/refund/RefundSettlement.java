package dev.covenant.payments.refund;

import java.lang.System.Logger.Level;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.chassis.database.Transactions;
import dev.covenant.payments.ledger.Journal;
import dev.covenant.payments.ledger.Ledger;
import dev.covenant.payments.payment.Payment;
import dev.covenant.payments.payment.Payments;
import dev.covenant.payments.provider.Attempt;
import dev.covenant.payments.provider.Attempts;
import dev.covenant.payments.provider.PaymentProvider;
import dev.covenant.payments.provider.RefundAnswer;
import dev.covenant.payments.provider.Wait;

/** Asks the provider for a refund and writes down what it says; requests and the settler come through here alike. */
@ApplicationScoped
public class RefundSettlement {
    private static final System.Logger LOG = System.getLogger(RefundSettlement.class.getName());

    private final Transactions transactions;
    private final Payments payments;
    private final Refunds refunds;
    private final Attempts attempts;
    private final Ledger ledger;
    private final PaymentProvider provider;

    @Inject
    RefundSettlement(
            Transactions transactions,
            Payments payments,
            Refunds refunds,
            Attempts attempts,
            Ledger ledger,
            PaymentProvider provider) {
        this.transactions = transactions;
        this.payments = payments;
        this.refunds = refunds;
        this.attempts = attempts;
        this.ledger = ledger;
        this.provider = provider;
    }

    /** Takes up an attempt that got no answer, or whose asker is gone. The refund as it then stands. */
    public Refund resume(Attempt attempt, Wait wait) {
        var errand = attempt.errand();
        var refund = refunds.find(errand.refundId(), errand.paymentId()).orElseThrow();
        return settle(refund, attempt, wait);
    }

    /** The refund after the provider's answer; as it was when there is none within the wait. */
    Refund settle(Refund refund, Attempt attempt, Wait wait) {
        var payment = payments.find(refund.paymentId()).orElseThrow();
        var answer = ask(refund, payment, attempt, wait);
        return transactions.run(() -> write(attempt, answer));
    }

    private RefundAnswer ask(Refund refund, Payment payment, Attempt attempt, Wait wait) {
        var known =
                attempt.isFirst() ? new RefundAnswer.NeverSeen() : provider.findRefund(refund.id(), payment.id(), wait);
        return known instanceof RefundAnswer.NeverSeen
                ? provider.refund(refund.id(), payment.id(), payment.money().of(refund.amount()), wait)
                : known;
    }

    private Refund write(Attempt attempt, RefundAnswer answer) {
        var payment = payments.lock(attempt.errand().paymentId()).orElseThrow();
        var refund = refunds.find(attempt.errand().refundId(), payment.id()).orElseThrow();
        if (refund.state() != RefundState.PENDING) {
            return refund;
        }
        return switch (answer) {
            case RefundAnswer.Succeeded() -> {
                var money = payment.money().of(refund.amount());
                ledger.post(List.of(Journal.refunded(refund.id(), payment.id(), money)));
                yield finish(attempt, refund.succeeded());
            }
            case RefundAnswer.Failed(var reason) -> {
                payments.removeRefund(payment.id(), refund.amount());
                yield finish(attempt, refund.failed(reason));
            }
            case RefundAnswer.NeverSeen _, RefundAnswer.Unknown _ -> {
                if (attempts.unknown(attempt)) {
                    LOG.log(Level.INFO, "{0}: {1}; it is asked again", attempt, answer);
                }
                yield refund;
            }
        };
    }

    private Refund finish(Attempt attempt, Refund refund) {
        refunds.finish(refund);
        attempts.answered(attempt.errand(), refund.state().name());
        return refund;
    }
}
