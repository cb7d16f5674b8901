package dev.covenant.orders.checkout;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Hears from payments how an authorization ended that was PENDING when it was asked for, so that the order need not wait until it is
 * asked again. An order of which nothing is ever heard goes on by asking.
 */
@ApplicationScoped
public class HearOutcome {
    private final Sagas sagas;
    private final ToldOutcome toldOutcome;
    private final SagaPickup pickup;

    @Inject
    public HearOutcome(Sagas sagas, ToldOutcome toldOutcome, SagaPickup pickup) {
        this.sagas = sagas;
        this.toldOutcome = toldOutcome;
        this.pickup = pickup;
    }

    /** The same again changes nothing. @return false when no order is paid with this payment */
    public boolean hear(UUID paymentId, PaymentOutcome outcome) {
        var order = sagas.paidWith(paymentId);
        order.filter(orderId -> toldOutcome.write(orderId, outcome)).ifPresent(pickup::now);
        return order.isPresent();
    }
}
