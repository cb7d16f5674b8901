package dev.covenant.orders.checkout;

import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
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
    private static final System.Logger LOG = System.getLogger(SagaProgress.class.getName());

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
        var unanswered = unanswered(answers);
        if (!sagas.keep(lease, settings.lease(), unanswered.size() < answers.size())) {
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
                    return Collections.disjoint(names, unanswered.keySet())
                            ? new Progress.Asking(saga.orderStatus(), names, saga.steps())
                            : pause(saga, unanswered);
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
                name.event(StepState.after(answer)),
                answer instanceof StepAnswer.Refused(var type, var _)
                        ? Map.of("reason", type)
                        : Collections.emptyMap());
    }

    private void turn(CheckoutSaga saga, Direction direction) {
        if (!sagas.turn(saga.orderId(), direction)) {
            throw new IllegalStateException("The saga of order %s has turned before".formatted(saga.orderId()));
        }
    }

    private Progress pause(CheckoutSaga saga, Map<StepName, String> unanswered) {
        var failures = sagas.failures(saga.orderId());
        sagas.pause(saga.orderId(), settings.backoff(failures));
        if (failures + 1 == settings.parkedAfter()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Order {0} is parked: {1} times in a row there was no answer to {2}. It is asked again until there is one.",
                    saga.orderId(),
                    failures + 1,
                    unanswered);
        }
        return new Progress.Paused(saga.orderStatus());
    }

    /** With the cause of each. */
    private static Map<StepName, String> unanswered(Map<StepName, StepAnswer> answers) {
        var causes = new EnumMap<StepName, String>(StepName.class);
        answers.forEach((name, answer) -> {
            if (answer instanceof StepAnswer.Unknown(var cause)) {
                causes.put(name, cause);
            }
        });
        return causes;
    }
}
