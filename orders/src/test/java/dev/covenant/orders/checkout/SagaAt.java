package dev.covenant.orders.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.covenant.orders.order.OrderStatus;

/** A saga at some point of its life, to ask what comes next. */
final class SagaAt {
    static final Instant DEADLINE = Instant.parse("2026-01-31T12:00:00Z");
    static final Instant IN_TIME = DEADLINE.minusMillis(1);
    static final Instant CONFIRMED_AT = DEADLINE.minusSeconds(60);
    static final Set<StepName> ABOUT_PAYMENT =
            EnumSet.of(StepName.AUTHORIZE, StepName.CAPTURE, StepName.VOID, StepName.REFUND);

    private final Map<StepName, SagaStep> steps = new EnumMap<>(StepName.class);
    private Direction direction = Direction.FORWARD;
    private OrderStatus status = OrderStatus.PENDING;
    private boolean cancelRequested;

    private SagaAt(Set<StepName> planned) {
        planned.forEach(name -> set(name, StepState.PLANNED, null));
    }

    static SagaAt beginOfPhysical() {
        return new SagaAt(EnumSet.allOf(StepName.class));
    }

    static SagaAt beginOfDigital() {
        return new SagaAt(ABOUT_PAYMENT);
    }

    SagaAt pivoted() {
        return direction(Direction.PIVOTED, OrderStatus.CONFIRMED);
    }

    SagaAt turnedBack() {
        return direction(Direction.BACKWARD, OrderStatus.REJECTED);
    }

    SagaAt direction(Direction newDirection, OrderStatus newStatus) {
        direction = newDirection;
        status = newStatus;
        return this;
    }

    SagaAt done(StepName... names) {
        for (var name : names) {
            set(name, StepState.DONE, null);
        }
        return this;
    }

    SagaAt unknown(StepName... names) {
        for (var name : names) {
            set(name, StepState.UNKNOWN, null);
        }
        return this;
    }

    SagaAt refused(StepName name, String reason) {
        set(name, StepState.REFUSED, reason);
        return this;
    }

    SagaAt notUnderstood(StepName name) {
        steps.put(
                name,
                new SagaStep(name, new UUID(0, 2), null, StepState.UNKNOWN, SagaStep.NOT_UNDERSTOOD, "status 400"));
        return this;
    }

    SagaAt cancelRequested(boolean requested) {
        cancelRequested = requested;
        return this;
    }

    CheckoutSaga saga() {
        return new CheckoutSaga(
                new UUID(0, 1),
                direction,
                DEADLINE,
                status,
                CONFIRMED_AT,
                cancelRequested,
                Map.copyOf(new EnumMap<>(steps)));
    }

    SagaMove next() {
        return saga().next(IN_TIME);
    }

    SagaMove nextAtDeadline() {
        return saga().next(DEADLINE);
    }

    CancelMove cancel(Instant now, Duration window) {
        return saga().cancel(now, window);
    }

    private void set(StepName name, StepState state, String reason) {
        var detail = reason == null ? null : "Because of " + reason;
        steps.put(name, new SagaStep(name, new UUID(0, 2), null, state, reason, detail));
    }
}
