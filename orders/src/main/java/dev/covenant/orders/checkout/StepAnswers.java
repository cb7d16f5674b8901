package dev.covenant.orders.checkout;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.orders.order.EventLog;
import dev.covenant.orders.order.OrderEvent;

/** Writes down what neighbours answered, with an event for each answer that decides, in the caller's transaction. */
@ApplicationScoped
class StepAnswers {
    private final SagaSteps steps;
    private final EventLog events;

    @Inject
    StepAnswers(SagaSteps steps, EventLog events) {
        this.steps = steps;
        this.events = events;
    }

    /** That a step was not asked leaves it as it is. */
    void record(UUID orderId, Map<StepName, StepAnswer> all) {
        var answers = new EnumMap<StepName, StepAnswer>(StepName.class);
        answers.putAll(all);
        answers.values().removeIf(StepAnswer.NotAsked.class::isInstance);
        if (answers.isEmpty()) {
            return;
        }
        answers.keySet().retainAll(steps.record(orderId, answers));
        events.append(
                orderId,
                answers.entrySet().stream()
                        .filter(answer -> !(answer.getValue() instanceof StepAnswer.Undecided))
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
}
