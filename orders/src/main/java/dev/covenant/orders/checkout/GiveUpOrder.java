package dev.covenant.orders.checkout;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Gives an order up for which inventory has no answer: it is REJECTED, what was asked for it is undone by its saga, nothing is ever
 * captured for it, and its key is as if it had never been used. Right at any moment before inventory has answered, also before it was
 * asked.
 */
@ApplicationScoped
public class GiveUpOrder {
    private final Detachment detachment;
    private final Outcomes outcomes;
    private final SagaPickup pickup;

    @Inject
    public GiveUpOrder(Detachment detachment, Outcomes outcomes, SagaPickup pickup) {
        this.detachment = detachment;
        this.outcomes = outcomes;
        this.pickup = pickup;
    }

    /** @return false, and the order goes on, when inventory has answered, or the request was answered, meanwhile */
    public boolean forLackOfInventory(UUID orderId, IdempotencyKey key) {
        if (!detachment.detach(orderId, key)) {
            return false;
        }
        outcomes.decided(orderId);
        pickup.now(orderId);
        return true;
    }
}
