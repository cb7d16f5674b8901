package dev.covenant.orders.checkout;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Turns steps into calls, all of a round at once. */
@ApplicationScoped
class Neighbours {
    private final Inventory inventory;
    private final Payments payments;
    private final SagaSettings settings;
    private final SagaTrace trace;

    @Inject
    Neighbours(Inventory inventory, Payments payments, SagaSettings settings, SagaTrace trace) {
        this.inventory = inventory;
        this.payments = payments;
        this.settings = settings;
        this.trace = trace;
    }

    /** Each answer comes within the call's own limit. */
    Round ask(Set<StepName> names, Map<StepName, SagaStep> steps) {
        var asked = new EnumMap<StepName, CompletableFuture<StepAnswer>>(StepName.class);
        names.forEach(name ->
                asked.put(name, trace.step(name, () -> call(name, steps)).toCompletableFuture()));
        return new Round(asked, settings.together());
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
