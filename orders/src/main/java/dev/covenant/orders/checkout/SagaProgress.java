package dev.covenant.orders.checkout;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.covenant.orders.order.EventLog;
import dev.covenant.orders.order.OrderBook;
import dev.covenant.orders.order.OrderEvent;

/**
 * Moves a saga on, one transaction at a time: writes the answers that came, then every change of our own that follows from them, up to
 * the next thing to ask. So a direction is always committed before anything that depends on it is asked for, and what follows from one
 * answer cannot be lost between two transactions.
 */
@ApplicationScoped
class SagaProgress {
    private final Sagas sagas;
    private final SagaSteps steps;
    private final OrderBook orders;
    private final EventLog events;
    private final SagaSettings settings;
    private final Clock clock;

    @Inject
    SagaProgress(Sagas sagas, SagaSteps steps, OrderBook orders, EventLog events, SagaSettings settings, Clock clock) {
        this.sagas = sagas;
        this.steps = steps;
        this.orders = orders;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param answers of the last round; none when the saga was just begun or claimed */
    @Transactional
    Progress advance(Lease lease, Map<StepName, StepAnswer> answers) {
        if (!sagas.keep(lease, settings.lease())) {
            return new Progress.LeaseLost();
        }
        record(lease.orderId(), answers);
        while (true) {
            var saga = sagas.load(lease.orderId());
            switch (saga.next(clock.instant())) {
                case SagaMove.TurnBack(var ending) -> {
                    turn(saga, Direction.BACKWARD);
                    steps.forgetRequests(saga.orderId());
                    orders.end(saga.orderId(), ending);
                }
                case SagaMove.Pivot() -> {
                    turn(saga, Direction.PIVOTED);
                    orders.confirm(saga.orderId(), clock.instant());
                }
                case SagaMove.CancelConfirmed(var ending) -> orders.end(saga.orderId(), ending);
                case SagaMove.Finish() -> {
                    sagas.finish(saga.orderId());
                    events.append(saga.orderId(), List.of(OrderEvent.of(OrderEvent.CHECKOUT_FINISHED)));
                    return new Progress.Finished(saga.orderStatus());
                }
                case SagaMove.Ask(var names) -> {
                    var unanswered = names.stream().anyMatch(name -> answers.get(name) instanceof StepAnswer.Unknown);
                    return unanswered ? pause(saga) : new Progress.Asking(saga.orderStatus(), names, saga.steps());
                }
            }
        }
    }

    private void record(UUID orderId, Map<StepName, StepAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        steps.record(orderId, answers);
        events.append(
                orderId,
                answers.entrySet().stream()
                        .filter(answer -> !(answer.getValue() instanceof StepAnswer.Unknown))
                        .map(answer -> event(answer.getKey(), answer.getValue()))
                        .toList());
    }

    private static OrderEvent event(StepName name, StepAnswer answer) {
        return new OrderEvent(
                name.event(answer.state()),
                answer instanceof StepAnswer.Refused(var type, var _)
                        ? Map.of("reason", type)
                        : Collections.emptyMap());
    }

    private void turn(CheckoutSaga saga, Direction direction) {
        if (!sagas.turn(saga.orderId(), direction)) {
            throw new IllegalStateException("The saga of order %s has turned before".formatted(saga.orderId()));
        }
    }

    private Progress pause(CheckoutSaga saga) {
        sagas.pause(saga.orderId(), settings.backoff(sagas.failures(saga.orderId())));
        return new Progress.Paused(saga.orderStatus());
    }
}
