package dev.covenant.orders.checkout;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.covenant.orders.order.OrderStatus;

/** Every combination of step states in every direction, possible or not. */
final class EverySaga {
    private static final UUID ID = new UUID(0, 1);
    private static final SagaStep[][] STEPS = Stream.of(StepName.values())
            .map(name -> Stream.of(StepState.values())
                    .map(state -> new SagaStep(name, ID, null, state, "reason", "detail"))
                    .toArray(SagaStep[]::new))
            .toArray(SagaStep[][]::new);
    private static final List<Situation> SITUATIONS = List.of(
            new Situation(Direction.FORWARD, OrderStatus.PENDING, false),
            new Situation(Direction.PIVOTED, OrderStatus.CONFIRMED, false),
            new Situation(Direction.PIVOTED, OrderStatus.CONFIRMED, true),
            new Situation(Direction.PIVOTED, OrderStatus.CANCELLED, false),
            new Situation(Direction.PIVOTED, OrderStatus.CANCELLED, true),
            new Situation(Direction.BACKWARD, OrderStatus.REJECTED, false),
            new Situation(Direction.BACKWARD, OrderStatus.CANCELLED, false));

    private EverySaga() {}

    static Stream<CheckoutSaga> in(StepState... states) {
        return Stream.of(EnumSet.allOf(StepName.class), SagaAt.ABOUT_PAYMENT)
                .flatMap(planned -> combinations(planned, states))
                .flatMap(steps -> SITUATIONS.stream().map(situation -> situation.saga(steps)));
    }

    /** Each number is one combination: its digits, to the base of the number of states, are the states of the steps. */
    private static Stream<Map<StepName, SagaStep>> combinations(Set<StepName> planned, StepState... states) {
        var count = (int) Math.pow(states.length, planned.size());
        return IntStream.range(0, count).mapToObj(combination -> {
            var steps = new EnumMap<StepName, SagaStep>(StepName.class);
            var digits = combination;
            for (var name : planned) {
                steps.put(name, STEPS[name.ordinal()][states[digits % states.length].ordinal()]);
                digits /= states.length;
            }
            return steps;
        });
    }

    private record Situation(Direction direction, OrderStatus status, boolean cancelRequested) {
        CheckoutSaga saga(Map<StepName, SagaStep> steps) {
            return new CheckoutSaga(
                    ID, direction, SagaAt.DEADLINE, status, SagaAt.CONFIRMED_AT, cancelRequested, steps);
        }
    }
}
