package dev.covenant.payments.payment;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.chassis.database.Transactions;
import dev.covenant.payments.payment.Begun.Done;
import dev.covenant.payments.payment.Begun.MustAsk;
import dev.covenant.payments.provider.Attempts;
import dev.covenant.payments.provider.Errand;
import dev.covenant.payments.provider.Operation;
import dev.covenant.payments.provider.Wait;

/** Takes the whole of an authorized amount, once. */
@ApplicationScoped
public class CapturePayment {
    private final Transactions transactions;
    private final Payments payments;
    private final Attempts attempts;
    private final Settlement settlement;

    @Inject
    CapturePayment(Transactions transactions, Payments payments, Attempts attempts, Settlement settlement) {
        this.transactions = transactions;
        this.payments = payments;
        this.attempts = attempts;
        this.settlement = settlement;
    }

    public CaptureOutcome capture(UUID id, String client, Wait wait) {
        return transactions
                .run(() -> begin(id, client))
                .map(begun -> CaptureOutcome.of(settlement.settle(begun, wait)))
                .orElseGet(CaptureOutcome.NotFound::new);
    }

    private Optional<Begun> begin(UUID id, String client) {
        return payments.lock(id).filter(payment -> payment.isOf(client)).map(this::begin);
    }

    private Begun begin(Payment payment) {
        return payment.state() == PaymentState.AUTHORIZED
                ? new MustAsk(payment, attempts.begin(Errand.of(Operation.CAPTURE, payment.id())))
                : new Done(payment);
    }
}
