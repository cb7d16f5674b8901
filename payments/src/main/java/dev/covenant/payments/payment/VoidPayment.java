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

/**
 * Gives up what is or may become authorized. One of an id never seen is remembered, and refuses the authorization that comes late.
 * Once it is accepted it will be done: the settler goes on until the provider has confirmed it. So it is not accepted while a capture
 * may be taking the money: a capture that was begun is brought to its end first.
 */
@ApplicationScoped
public class VoidPayment {
    private final Transactions transactions;
    private final Payments payments;
    private final Attempts attempts;
    private final Settlement settlement;

    @Inject
    VoidPayment(Transactions transactions, Payments payments, Attempts attempts, Settlement settlement) {
        this.transactions = transactions;
        this.payments = payments;
        this.attempts = attempts;
        this.settlement = settlement;
    }

    public VoidOutcome cancel(UUID id, String client, Wait wait) {
        return transactions
                .run(() -> begin(id, client))
                .map(begun -> VoidOutcome.of(settlement.settle(begun, wait)))
                .orElseGet(VoidOutcome.NotFound::new);
    }

    private Optional<Begun> begin(UUID id, String client) {
        var unseen = Payment.voidedUnseen(id, client);
        var there = payments.insertOrLock(unseen, null);
        return there.isEmpty()
                ? Optional.of(new Done(unseen))
                : there.filter(payment -> payment.isOf(client)).map(this::begin);
    }

    private Begun begin(Payment payment) {
        return switch (payment.state()) {
            case AUTHORIZED -> {
                var capture = Errand.of(Operation.CAPTURE, payment.id());
                yield attempts.isOpen(capture)
                        ? new MustAsk(payment, attempts.begin(capture))
                        : new MustAsk(voiding(payment), attempts.begin(Errand.of(Operation.VOID, payment.id())));
            }
            case PENDING -> {
                attempts.leaveToSettler(Errand.of(Operation.VOID, payment.id()));
                yield new Done(voiding(payment));
            }
            case VOIDING, VOIDED, DECLINED, CAPTURED, CAPTURE_REFUSED -> new Done(payment);
        };
    }

    private Payment voiding(Payment payment) {
        var voiding = payment.voiding();
        payments.store(payment, voiding);
        return voiding;
    }
}
