package dev.covenant.orders.checkout;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.orders.order.OrderHistory;

/** Cancels an order for its customer, or notes that it is to be cancelled; what follows is the saga's work and goes on by itself. */
@ApplicationScoped
public class CancelOrder {
    private final OrderHistory orders;
    private final SagaCancellation cancellation;
    private final Outcomes outcomes;
    private final SagaPickup pickup;

    @Inject
    public CancelOrder(OrderHistory orders, SagaCancellation cancellation, Outcomes outcomes, SagaPickup pickup) {
        this.orders = orders;
        this.cancellation = cancellation;
        this.outcomes = outcomes;
        this.pickup = pickup;
    }

    public Cancellation cancel(UUID orderId, String customer) {
        if (orders.find(orderId, customer).isEmpty()) {
            return new Cancellation.NotFound();
        }
        return switch (cancellation.cancel(orderId)) {
            case CancelMove.TurnBack _, CancelMove.GiveBack() -> {
                outcomes.decided(orderId);
                pickup.now(orderId);
                yield accepted(orderId, customer);
            }
            case CancelMove.Nothing() -> accepted(orderId, customer);
            case CancelMove.Refuse(var why) -> new Cancellation.Refused(why);
        };
    }

    private Cancellation accepted(UUID orderId, String customer) {
        return new Cancellation.Accepted(orders.find(orderId, customer).orElseThrow());
    }
}
