package dev.covenant.orders.checkout;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import static dev.covenant.orders.checkout.StepName.AUTHORIZE;
import static dev.covenant.orders.checkout.StepName.RESERVE;
import static java.util.concurrent.CompletableFuture.completedFuture;

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

    /**
     * Each answer comes within the call's own limit. No money is asked for while inventory may not be asked for the stock: the order
     * will most likely be given up.
     */
    Round ask(Set<StepName> names, Map<StepName, SagaStep> steps) {
        var asked = new EnumMap<StepName, CompletableFuture<StepAnswer>>(StepName.class);
        if (names.contains(RESERVE)) {
            asked.put(RESERVE, step(RESERVE, steps));
        }
        for (var name : names) {
            asked.computeIfAbsent(
                    name,
                    _ -> name == AUTHORIZE && wasNotAsked(asked.get(RESERVE))
                            ? completedFuture(new StepAnswer.NotAsked("inventory may not be asked"))
                            : step(name, steps));
        }
        return new Round(asked, settings.together());
    }

    private static boolean wasNotAsked(CompletableFuture<StepAnswer> reserve) {
        return reserve != null && reserve.getNow(null) instanceof StepAnswer.NotAsked;
    }

    private CompletableFuture<StepAnswer> step(StepName name, Map<StepName, SagaStep> steps) {
        return trace.step(name, () -> call(name, steps)).toCompletableFuture();
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
            case REFUND -> payments.refund(steps.get(AUTHORIZE).commandId(), step.commandId());
        };
    }
}
