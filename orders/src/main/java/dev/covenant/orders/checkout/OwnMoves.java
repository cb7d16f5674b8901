package dev.covenant.orders.checkout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.orders.order.Ending;
import dev.covenant.orders.order.EventLog;
import dev.covenant.orders.order.OrderBook;
import dev.covenant.orders.order.OrderEvent;

/**
 * What a saga does without asking anybody, each written with its event in the caller's transaction. That transaction has locked the
 * saga first and saw the direction that the move starts from; one that did not fails here.
 */
@ApplicationScoped
class OwnMoves {
    private final Sagas sagas;
    private final SagaSteps steps;
    private final OrderBook orders;
    private final EventLog events;

    @Inject
    OwnMoves(Sagas sagas, SagaSteps steps, OrderBook orders, EventLog events) {
        this.sagas = sagas;
        this.steps = steps;
        this.orders = orders;
        this.events = events;
    }

    /** FORWARD becomes BACKWARD, PENDING the ending. What was asked so far is never asked again. */
    void turnBack(UUID orderId, Ending ending) {
        sagas.turn(orderId, Direction.BACKWARD);
        steps.forgetRequests(orderId);
        orders.end(orderId, ending);
    }

    /** FORWARD becomes PIVOTED, PENDING becomes CONFIRMED. */
    void pivot(UUID orderId, Instant now) {
        sagas.turn(orderId, Direction.PIVOTED);
        orders.confirm(orderId, now);
    }

    void cancelConfirmed(UUID orderId, Ending ending) {
        orders.end(orderId, ending);
    }

    void finish(UUID orderId) {
        sagas.finish(orderId);
        events.append(orderId, List.of(OrderEvent.of(OrderEvent.CHECKOUT_FINISHED)));
    }
}
