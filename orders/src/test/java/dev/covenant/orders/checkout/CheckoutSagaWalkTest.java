package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.covenant.orders.order.OrderStatus;

import static dev.covenant.orders.checkout.StepName.AUTHORIZE;
import static dev.covenant.orders.checkout.StepName.CAPTURE;
import static dev.covenant.orders.checkout.StepName.COMMIT;
import static dev.covenant.orders.checkout.StepName.REFUND;
import static dev.covenant.orders.checkout.StepName.RELEASE;
import static dev.covenant.orders.checkout.StepName.RESERVE;
import static dev.covenant.orders.checkout.StepName.RETURN;
import static dev.covenant.orders.checkout.StepName.VOID;
import static org.assertj.core.api.Assertions.assertThat;

/** Walks every way that a saga can take from its beginning, with every answer to every question, in time and too late. */
class CheckoutSagaWalkTest {
    private static final Set<StepName> CAN_BE_REFUSED = Set.of(RESERVE, AUTHORIZE, COMMIT, CAPTURE, RELEASE);

    private final Set<CheckoutSaga> seen = new HashSet<>();
    private final Set<CheckoutSaga> ends = new HashSet<>();

    @Test
    void everyWayOfAPhysicalOrderEndsWithTheBooksInOrder() {
        walk(SagaAt.beginOfPhysical().saga());

        assertThat(seen).hasSizeGreaterThan(100);
        assertThat(ends).allSatisfy(CheckoutSagaWalkTest::booksAreInOrder);
    }

    @Test
    void everyWayOfADigitalOrderEndsWithTheBooksInOrder() {
        walk(SagaAt.beginOfDigital().saga());

        assertThat(ends).allSatisfy(CheckoutSagaWalkTest::booksAreInOrder);
    }

    private void walk(CheckoutSaga beginning) {
        var ways = new ArrayDeque<>(List.of(beginning));
        while (!ways.isEmpty()) {
            var saga = ways.pop();
            if (seen.add(saga)) {
                var onward = Stream.of(SagaAt.IN_TIME, SagaAt.DEADLINE)
                        .map(saga::next)
                        .flatMap(move -> after(saga, move))
                        .toList();
                assertThat(onward.isEmpty() || onward.stream().anyMatch(next -> !next.equals(saga)))
                        .as("%s is stuck", saga)
                        .isTrue();
                ways.addAll(onward);
                ways.add(cancelled(saga));
            }
        }
    }

    private Stream<CheckoutSaga> after(CheckoutSaga saga, SagaMove move) {
        return switch (move) {
            case SagaMove.Ask(var names) -> answered(saga, names).stream();
            case SagaMove.TurnBack(var ending) -> Stream.of(moved(saga, Direction.BACKWARD, ending.status()));
            case SagaMove.Pivot() -> Stream.of(moved(saga, Direction.PIVOTED, OrderStatus.CONFIRMED));
            case SagaMove.CancelConfirmed(var ending) -> Stream.of(moved(saga, saga.direction(), ending.status()));
            case SagaMove.Finish() -> {
                ends.add(saga);
                yield Stream.empty();
            }
        };
    }

    private static Collection<CheckoutSaga> answered(CheckoutSaga saga, Set<StepName> names) {
        var sagas = List.of(saga);
        for (var name : names) {
            sagas = sagas.stream()
                    .flatMap(one -> Stream.of(StepState.DONE, StepState.UNKNOWN, StepState.REFUSED)
                            .filter(state -> state != StepState.REFUSED || CAN_BE_REFUSED.contains(name))
                            .map(state -> answered(one, name, state)))
                    .toList();
        }
        return sagas;
    }

    private static CheckoutSaga answered(CheckoutSaga saga, StepName name, StepState state) {
        var steps = new EnumMap<>(saga.steps());
        steps.computeIfPresent(
                name,
                (key, step) -> new SagaStep(
                        key, step.commandId(), null, state, state == StepState.REFUSED ? "reason" : null, null));
        return with(saga, saga.direction(), saga.orderStatus(), saga.cancelRequested(), steps);
    }

    private static CheckoutSaga moved(CheckoutSaga saga, Direction direction, OrderStatus status) {
        return with(saga, direction, status, saga.cancelRequested(), saga.steps());
    }

    /** The customer may cancel at any moment, also when everything was done. */
    private static CheckoutSaga cancelled(CheckoutSaga saga) {
        return switch (saga.cancel(SagaAt.CONFIRMED_AT, Duration.ofMinutes(30))) {
            case CancelMove.TurnBack(var ending) -> moved(saga, Direction.BACKWARD, ending.status());
            case CancelMove.GiveBack() -> with(saga, saga.direction(), saga.orderStatus(), true, saga.steps());
            case CancelMove.Nothing(), CancelMove.Refuse _ -> saga;
        };
    }

    private static CheckoutSaga with(
            CheckoutSaga saga,
            Direction direction,
            OrderStatus status,
            boolean cancelRequested,
            Map<StepName, SagaStep> steps) {
        return new CheckoutSaga(
                saga.orderId(),
                direction,
                saga.deadline(),
                status,
                saga.confirmedAt(),
                cancelRequested,
                Map.copyOf(steps));
    }

    private static void booksAreInOrder(CheckoutSaga saga) {
        switch (saga.orderStatus()) {
            case PENDING -> throw new AssertionError("Ended undecided: " + saga);
            case CONFIRMED -> {
                assertThat(is(saga, AUTHORIZE, StepState.DONE) && is(saga, CAPTURE, StepState.DONE))
                        .isTrue();
                assertThat(isOrNotPlanned(saga, COMMIT, StepState.DONE)).isTrue();
                assertThat(Stream.of(VOID, REFUND, RELEASE, RETURN).filter(step -> is(saga, step, StepState.DONE)))
                        .isEmpty();
            }
            case REJECTED, CANCELLED -> {
                assertThat(is(saga, AUTHORIZE, StepState.REFUSED)
                                || is(saga, CAPTURE, StepState.REFUSED)
                                || is(saga, VOID, StepState.DONE)
                                || is(saga, REFUND, StepState.DONE))
                        .isTrue();
                assertThat(isOrNotPlanned(saga, RESERVE, StepState.REFUSED)
                                || is(saga, RELEASE, StepState.DONE)
                                || is(saga, RETURN, StepState.DONE))
                        .isTrue();
            }
        }
    }

    private static boolean is(CheckoutSaga saga, StepName name, StepState state) {
        return saga.steps().containsKey(name) && saga.steps().get(name).state() == state;
    }

    private static boolean isOrNotPlanned(CheckoutSaga saga, StepName name, StepState state) {
        return !saga.steps().containsKey(name) || is(saga, name, state);
    }
}
