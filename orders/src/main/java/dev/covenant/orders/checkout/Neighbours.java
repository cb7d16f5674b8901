package dev.covenant.orders.checkout;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Turns steps into calls: all of a round at once, and back when each has its answer. */
@ApplicationScoped
class Neighbours {
    private final Inventory inventory;
    private final Payments payments;

    @Inject
    Neighbours(Inventory inventory, Payments payments) {
        this.inventory = inventory;
        this.payments = payments;
    }

    /** Waits no longer than the slowest call's own limit. */
    Map<StepName, StepAnswer> ask(Set<StepName> names, Map<StepName, SagaStep> steps) {
        var asked = new EnumMap<StepName, CompletionStage<StepAnswer>>(StepName.class);
        names.forEach(name -> asked.put(name, call(name, steps)));
        var answers = new EnumMap<StepName, StepAnswer>(StepName.class);
        asked.forEach(
                (name, answer) -> answers.put(name, answer.toCompletableFuture().join()));
        return answers;
    }

    private CompletionStage<StepAnswer> call(StepName name, Map<StepName, SagaStep> steps) {
        var step = steps.get(name);
        return switch (name) {
            case RESERVE -> inventory.reserve(step.commandId(), step.request());
            case COMMIT -> inventory.commit(step.commandId());
            case RELEASE -> inventory.release(step.commandId());
            case RETURN -> inventory.takeBack(step.commandId());
            case AUTHORIZE -> payments.authorize(step.commandId(), step.request());
            case CAPTURE -> payments.capture(step.commandId());
            case VOID -> payments.voidPayment(step.commandId());
            case REFUND -> payments.refund(steps.get(StepName.AUTHORIZE).commandId(), step.commandId());
        };
    }
}
