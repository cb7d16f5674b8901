package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Steps that were asked at the same time, and their answers as they come. Answers that come together are given out together, so that
 * they are written in one transaction; one that decides something does not wait long for a neighbour that says nothing.
 */
final class Round {
    private final Map<StepName, CompletableFuture<StepAnswer>> awaited;
    private final Duration together;

    /** @param together how long an answer waits for the others before it is given out without them */
    Round(Map<StepName, CompletableFuture<StepAnswer>> asked, Duration together) {
        this.awaited = new EnumMap<>(asked);
        this.together = together;
    }

    /** Those that were not given out yet. */
    Set<StepName> awaited() {
        return awaited.keySet();
    }

    /** Waits for the next answers: all that are left, or those that decide something while others stay away. */
    Map<StepName, StepAnswer> next() {
        CompletableFuture.anyOf(calls()).join();
        if (!haveAllCome()) {
            var early = take(answer -> !(answer instanceof StepAnswer.Undecided));
            if (!early.isEmpty()) {
                return early;
            }
        }
        CompletableFuture.allOf(calls()).join();
        return take(answer -> true);
    }

    private boolean haveAllCome() {
        return CompletableFuture.allOf(calls())
                .thenApply(nothing -> true)
                .completeOnTimeout(false, together.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private Map<StepName, StepAnswer> take(Predicate<StepAnswer> wanted) {
        var taken = new EnumMap<StepName, StepAnswer>(StepName.class);
        awaited.forEach((name, call) -> {
            if (call.isDone() && wanted.test(call.join())) {
                taken.put(name, call.join());
            }
        });
        awaited.keySet().removeAll(taken.keySet());
        return taken;
    }

    private CompletableFuture<?>[] calls() {
        return awaited.values().toArray(CompletableFuture<?>[]::new);
    }
}
