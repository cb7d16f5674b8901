package dev.covenant.payments.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.chassis.database.Transactions;
import dev.covenant.payments.payment.Payment;
import dev.covenant.payments.payment.PaymentState;
import dev.covenant.payments.payment.Payments;
import dev.covenant.payments.provider.Attempts;
import dev.covenant.payments.provider.Errand;
import dev.covenant.payments.provider.Wait;
import dev.covenant.payments.refund.Begun.Answered;
import dev.covenant.payments.refund.Begun.MustAsk;
import dev.covenant.payments.refund.RefundOutcome.DifferentRequest;
import dev.covenant.payments.refund.RefundOutcome.NotCaptured;
import dev.covenant.payments.refund.RefundOutcome.NotFound;

/** Pays back some or all of a captured payment, once per refund id. */
@ApplicationScoped
public class RefundPayment {
    private final Transactions transactions;
    private final Payments payments;
    private final Refunds refunds;
    private final Attempts attempts;
    private final RefundSettlement settlement;

    @Inject
    RefundPayment(
            Transactions transactions,
            Payments payments,
            Refunds refunds,
            Attempts attempts,
            RefundSettlement settlement) {
        this.transactions = transactions;
        this.payments = payments;
        this.refunds = refunds;
        this.attempts = attempts;
        this.settlement = settlement;
    }

    /** PENDING when the provider has not answered within the wait; the settler goes on asking. */
    public RefundOutcome refund(RefundRequest request, Wait wait) {
        return switch (transactions.run(() -> begin(request))) {
            case Answered(var outcome) -> outcome;
            case MustAsk(var refund, var attempt) -> RefundOutcome.of(settlement.settle(refund, attempt, wait));
        };
    }

    private Begun begin(RefundRequest request) {
        return payments.lock(request.paymentId())
                .filter(payment -> payment.isVisibleTo(request.by()))
                .map(payment -> refunds.find(request.refundId(), payment.id())
                        .map(refund -> again(refund, request))
                        .orElseGet(() -> accept(request, payment)))
                .orElseGet(() -> new Answered(new NotFound()));
    }

    private Begun again(Refund refund, RefundRequest request) {
        if (!refund.isOf(request.by().client())) {
            return new Answered(new NotFound());
        }
        if (!refund.wasRequestedAs(request)) {
            return new Answered(new DifferentRequest());
        }
        return refund.state() == RefundState.PENDING ? ask(refund) : new Answered(RefundOutcome.of(refund));
    }

    private Begun accept(RefundRequest request, Payment payment) {
        if (payment.state() != PaymentState.CAPTURED) {
            return new Answered(new NotCaptured());
        }
        var refund = Refund.decide(request, payment);
        if (!refunds.insert(refund)) {
            return new Answered(new NotFound());
        }
        if (refund.state() == RefundState.REFUSED) {
            return new Answered(RefundOutcome.of(refund));
        }
        payments.addRefund(payment.id(), refund.amount());
        return ask(refund);
    }

    private Begun ask(Refund refund) {
        return new MustAsk(refund, attempts.begin(Errand.refund(refund.id(), refund.paymentId())));
    }
}
