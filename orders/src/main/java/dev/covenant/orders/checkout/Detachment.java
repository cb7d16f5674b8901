package dev.covenant.orders.checkout;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.covenant.orders.order.Ending;

/** The transaction that gives an order up because inventory does not answer, and sets its key free for a new one. All or nothing. */
@ApplicationScoped
class Detachment {
    private final Sagas sagas;
    private final IdempotencyKeys keys;
    private final OwnMoves ownMoves;

    @Inject
    Detachment(Sagas sagas, IdempotencyKeys keys, OwnMoves ownMoves) {
        this.sagas = sagas;
        this.keys = keys;
        this.ownMoves = ownMoves;
    }

    /** @return false, and nothing is changed, when inventory has answered meanwhile or the key has an answer already */
    @Transactional
    boolean detach(UUID orderId, IdempotencyKey key) {
        if (!sagas.lock(orderId).awaitsStock() || !keys.release(key, orderId)) {
            return false;
        }
        ownMoves.turnBack(orderId, Ending.INVENTORY_UNAVAILABLE);
        sagas.wake(orderId);
        return true;
    }
}
