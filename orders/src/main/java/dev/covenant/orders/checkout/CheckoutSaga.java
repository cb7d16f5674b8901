package dev.covenant.orders.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import dev.covenant.orders.checkout.SagaMove.Ask;
import dev.covenant.orders.checkout.SagaMove.CancelConfirmed;
import dev.covenant.orders.checkout.SagaMove.Finish;
import dev.covenant.orders.checkout.SagaMove.Pivot;
import dev.covenant.orders.checkout.SagaMove.TurnBack;
import dev.covenant.orders.order.Ending;
import dev.covenant.orders.order.OrderStatus;

import static dev.covenant.orders.checkout.StepName.AUTHORIZE;
import static dev.covenant.orders.checkout.StepName.CAPTURE;
import static dev.covenant.orders.checkout.StepName.COMMIT;
import static dev.covenant.orders.checkout.StepName.REFUND;
import static dev.covenant.orders.checkout.StepName.RELEASE;
import static dev.covenant.orders.checkout.StepName.RESERVE;
import static dev.covenant.orders.checkout.StepName.RETURN;
import static dev.covenant.orders.checkout.StepName.VOID;

/**
 * The checkout of one order, as it stands, and the rules of what comes next: reserve and authorize, then commit the reservation, then
 * the pivot, then capture. What is refused before the pivot is undone; what is refused after it is returned. An order without physical
 * lines has no steps about stock, and a step that is not there counts as done.
 *
 * @param confirmedAt when it passed the pivot; null before
 */
record CheckoutSaga(
        UUID orderId,
        Direction direction,
        Instant deadline,
        OrderStatus orderStatus,
        Instant confirmedAt,
        boolean cancelRequested,
        Map<StepName, SagaStep> steps) {
    /** To ask again would only put the same answer off; until the pivot, turning back costs nobody anything but the order. */
    static final Ending NOT_PROCESSABLE = Ending.rejected(
            "order-not-processable", "The order could not be processed, by a fault of ours. Nothing was charged.");

    private static final String BY_CUSTOMER = "cancelled-by-customer";

    SagaMove next(Instant now) {
        return switch (direction) {
            case FORWARD -> forward(now);
            case PIVOTED -> afterPivot();
            case BACKWARD -> backward();
        };
    }

    /**
     * What a customer's wish to cancel comes to. Before the pivot it turns the saga back; after it, it is noted, and the payment is
     * captured before it is given back, so that what there is to give back is known.
     *
     * @param window how long after its confirmation an order can be cancelled
     */
    CancelMove cancel(Instant now, Duration window) {
        return switch (orderStatus) {
            case PENDING ->
                new CancelMove.TurnBack(Ending.cancelled(BY_CUSTOMER, "Cancelled as you asked. Nothing was charged."));
            case CONFIRMED -> cancelConfirmed(now, window);
            case CANCELLED -> new CancelMove.Nothing();
            case REJECTED -> new CancelMove.Refuse("The order was rejected: there is nothing to cancel.");
        };
    }

    private CancelMove cancelConfirmed(Instant now, Duration window) {
        if (cancelRequested) {
            return new CancelMove.Nothing();
        }
        return now.isBefore(confirmedAt.plus(window))
                ? new CancelMove.GiveBack()
                : new CancelMove.Refuse("A confirmed order can be cancelled for %d minutes; that time is over."
                        .formatted(window.toMinutes()));
    }

    /** Whether it goes FORWARD and inventory has yet to say whether it holds the stock. */
    boolean awaitsStock() {
        return direction == Direction.FORWARD && isOpen(RESERVE);
    }

    /** Whether it goes FORWARD and has yet to hear of its payment. On the way back it is voided, whatever became of it. */
    boolean awaitsPayment() {
        return direction == Direction.FORWARD && isOpen(AUTHORIZE);
    }

    /**
     * Whether waiting for the outcome is in vain for now: inventory may not be asked for the stock; or the stock is there, and it is
     * another neighbour that may not be asked.
     *
     * @param notAsked open steps whose neighbour may not be asked now
     */
    boolean isHeldUpBy(Set<StepName> notAsked) {
        return awaitsStock() ? notAsked.contains(RESERVE) : !notAsked.isEmpty();
    }

    private SagaMove forward(Instant now) {
        var refused = firstRefused(RESERVE, COMMIT, AUTHORIZE);
        if (refused.isPresent()) {
            return new TurnBack(
                    Ending.rejected(refused.get().outcome(), refused.get().detail()));
        }
        if (isAnyNotUnderstood(RESERVE, COMMIT, AUTHORIZE)) {
            return new TurnBack(NOT_PROCESSABLE);
        }
        if (isDone(RESERVE) && isDone(AUTHORIZE) && isDone(COMMIT)) {
            return new Pivot();
        }
        if (!now.isBefore(deadline)) {
            return new TurnBack(outOfTime());
        }
        return isDone(RESERVE) && isDone(AUTHORIZE) ? new Ask(Set.of(COMMIT)) : new Ask(open(RESERVE, AUTHORIZE));
    }

    private Ending outOfTime() {
        return isDone(RESERVE) && !isDone(AUTHORIZE)
                ? Ending.rejected("payment-timeout", "The payment could not be completed in time. Nothing was charged.")
                : Ending.INVENTORY_UNAVAILABLE;
    }

    private SagaMove afterPivot() {
        if (isOpen(CAPTURE)) {
            return new Ask(Set.of(CAPTURE));
        }
        if (isRefused(CAPTURE)) {
            if (orderStatus == OrderStatus.CONFIRMED) {
                return new CancelConfirmed(Ending.cancelled(
                        "payment-not-captured", "The payment could not be collected. Nothing was charged."));
            }
            return askFor(open(RETURN));
        }
        if (!cancelRequested) {
            return new Finish();
        }
        var undo = open(REFUND, RETURN);
        if (undo.isEmpty() && orderStatus == OrderStatus.CONFIRMED) {
            return new CancelConfirmed(
                    Ending.cancelled(BY_CUSTOMER, "Cancelled as you asked. The payment is refunded."));
        }
        return askFor(undo);
    }

    /** Release first, whatever is known of the commit: a reservation that was committed says so, and is returned instead. */
    private SagaMove backward() {
        var undo = EnumSet.noneOf(StepName.class);
        if (!isRefused(RESERVE)) {
            undo.addAll(open(RELEASE));
            if (isRefused(RELEASE)) {
                undo.addAll(open(RETURN));
            }
        }
        if (!isRefused(AUTHORIZE)) {
            undo.addAll(open(VOID));
        }
        return askFor(undo);
    }

    private static SagaMove askFor(Set<StepName> steps) {
        return steps.isEmpty() ? new Finish() : new Ask(steps);
    }

    private Optional<SagaStep> firstRefused(StepName... names) {
        return Stream.of(names).filter(this::isRefused).map(steps::get).findFirst();
    }

    private boolean isAnyNotUnderstood(StepName... names) {
        return Stream.of(names).filter(steps::containsKey).map(steps::get).anyMatch(SagaStep::isNotUnderstood);
    }

    private Set<StepName> open(StepName... names) {
        var open = EnumSet.noneOf(StepName.class);
        for (var name : names) {
            if (isOpen(name)) {
                open.add(name);
            }
        }
        return open;
    }

    private boolean isOpen(StepName name) {
        return steps.containsKey(name) && steps.get(name).state().isOpen();
    }

    private boolean isRefused(StepName name) {
        return steps.containsKey(name) && steps.get(name).state() == StepState.REFUSED;
    }

    private boolean isDone(StepName name) {
        return !steps.containsKey(name) || steps.get(name).state() == StepState.DONE;
    }
}
