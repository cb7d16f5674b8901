package dev.covenant.orders.checkout;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.orders.order.OrderBook;

/**
 * The transaction of a cancellation. It needs no lease: it locks the saga, so that it comes before the pivot or after it, and whoever
 * holds the lease finds what it wrote when he writes next, because he locks and reads first, too. The window goes by this replica's
 * clock, as the time of confirmation does.
 */
@ApplicationScoped
class SagaCancellation {
    private final Sagas sagas;
    private final OwnMoves ownMoves;
    private final OrderBook orders;
    private final Clock clock;
    private final Duration window;

    @Inject
    SagaCancellation(
            Sagas sagas,
            OwnMoves ownMoves,
            OrderBook orders,
            Clock clock,
            @ConfigProperty(name = "orders.cancellation.window-minutes") long windowMinutes) {
        this.sagas = sagas;
        this.ownMoves = ownMoves;
        this.orders = orders;
        this.clock = clock;
        this.window = Duration.ofMinutes(windowMinutes);
    }

    /** @return what was done; the saga is due now when that is anything */
    @Transactional
    CancelMove cancel(UUID orderId) {
        var move = sagas.lock(orderId).cancel(clock.instant(), window);
        switch (move) {
            case CancelMove.TurnBack(var ending) -> {
                ownMoves.turnBack(orderId, ending);
                sagas.wake(orderId);
            }
            case CancelMove.GiveBack() -> {
                orders.requestCancellation(orderId);
                sagas.wake(orderId);
            }
            case CancelMove.Nothing(), CancelMove.Refuse _ -> {}
        }
        return move;
    }
}
