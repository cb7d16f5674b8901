package dev.covenant.orders.checkout;

import java.util.EnumMap;
import java.util.List;
import java.util.function.BiPredicate;

import org.junit.jupiter.api.Test;

import dev.covenant.orders.checkout.SagaMove.Ask;
import dev.covenant.orders.checkout.SagaMove.CancelConfirmed;
import dev.covenant.orders.checkout.SagaMove.Finish;
import dev.covenant.orders.checkout.SagaMove.Pivot;
import dev.covenant.orders.checkout.SagaMove.TurnBack;
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

/** What must hold of the next move of whatever saga, in time and too late. */
class CheckoutSagaInvariantsTest {

    @Test
    void voidsAndReleasesOnlyOnTheWayBack() {
        never((saga, move) -> asksAny(move, VOID, RELEASE) && saga.direction() != Direction.BACKWARD);
    }

    @Test
    void capturesAndRefundsOnlyAfterThePivot() {
        never((saga, move) -> asksAny(move, CAPTURE, REFUND) && saga.direction() != Direction.PIVOTED);
    }

    @Test
    void reservesAuthorizesAndCommitsOnlyForward() {
        never((saga, move) -> asksAny(move, RESERVE, AUTHORIZE, COMMIT) && saga.direction() != Direction.FORWARD);
    }

    @Test
    void commitsOnlyWhatIsReservedAndPaid() {
        never((saga, move) -> asksAny(move, COMMIT) && !isAll(saga, StepState.DONE, RESERVE, AUTHORIZE));
    }

    @Test
    void returnsOnlyWhatCannotBeReleasedOrWasConfirmed() {
        never((saga, move) -> asksAny(move, RETURN)
                && saga.direction() == Direction.BACKWARD
                && !isAll(saga, StepState.REFUSED, RELEASE));
        never((saga, move) -> asksAny(move, RETURN)
                && saga.direction() == Direction.PIVOTED
                && !saga.cancelRequested()
                && !isAll(saga, StepState.REFUSED, CAPTURE));
    }

    @Test
    void changesDirectionOnceAndPivotsOnlyWhenAllIsDone() {
        never((saga, move) ->
                (move instanceof Pivot || move instanceof TurnBack) && saga.direction() != Direction.FORWARD);
        never((saga, move) -> move instanceof Pivot && !isAll(saga, StepState.DONE, RESERVE, AUTHORIZE, COMMIT));
    }

    @Test
    void cancelsOnlyWhatIsConfirmed() {
        never((saga, move) -> move instanceof CancelConfirmed && saga.orderStatus() != OrderStatus.CONFIRMED);
    }

    @Test
    void asksForSomethingThatIsPlannedAndOpen() {
        never((saga, move) -> move instanceof Ask(var names)
                && (names.isEmpty()
                        || names.stream().anyMatch(name -> !saga.steps().containsKey(name) || !isOpen(saga, name))));
    }

    @Test
    void neverFinishesForward() {
        never((saga, move) -> move instanceof Finish && saga.direction() == Direction.FORWARD);
    }

    @Test
    void finishesBackwardOnlyWithStockAndMoneyGivenBack() {
        never((saga, move) -> move instanceof Finish
                && saga.direction() == Direction.BACKWARD
                && (isOpen(saga, VOID) && !isAll(saga, StepState.REFUSED, AUTHORIZE)
                        || isOpen(saga, RELEASE) && !isAll(saga, StepState.REFUSED, RESERVE)
                        || isOpen(saga, RETURN)
                                && saga.steps().get(RELEASE).state() == StepState.REFUSED
                                && !isAll(saga, StepState.REFUSED, RESERVE)));
    }

    @Test
    void finishesAfterThePivotOnlyCapturedOrCancelledWithStockAndMoneyGivenBack() {
        never((saga, move) -> move instanceof Finish
                && saga.orderStatus() == OrderStatus.CONFIRMED
                && (saga.cancelRequested() || !isAll(saga, StepState.DONE, CAPTURE)));
        never((saga, move) -> move instanceof Finish
                && saga.direction() == Direction.PIVOTED
                && (saga.cancelRequested() || isAll(saga, StepState.REFUSED, CAPTURE))
                && (isOpen(saga, RETURN) || isOpen(saga, REFUND) && isAll(saga, StepState.DONE, CAPTURE)));
    }

    /** So the other rules here need not look at both. */
    @Test
    void treatsWhatIsUnknownLikeWhatWasNeverAsked() {
        assertThat(EverySaga.in(StepState.values())
                        .filter(saga -> !saga.next(SagaAt.IN_TIME)
                                .equals(askedBefore(saga).next(SagaAt.IN_TIME)))
                        .limit(3))
                .isEmpty();
    }

    private static CheckoutSaga askedBefore(CheckoutSaga saga) {
        var steps = new EnumMap<StepName, SagaStep>(StepName.class);
        saga.steps().forEach((name, step) -> steps.put(name, step.state() == StepState.PLANNED ? unknown(name) : step));
        return new CheckoutSaga(
                saga.orderId(),
                saga.direction(),
                saga.deadline(),
                saga.orderStatus(),
                saga.confirmedAt(),
                saga.cancelRequested(),
                steps);
    }

    private static SagaStep unknown(StepName name) {
        return new SagaStep(name, null, null, StepState.UNKNOWN, null, null);
    }

    private static void never(BiPredicate<CheckoutSaga, SagaMove> broken) {
        assertThat(EverySaga.in(StepState.UNKNOWN, StepState.DONE, StepState.REFUSED)
                        .filter(saga -> broken.test(saga, saga.next(SagaAt.IN_TIME))
                                || broken.test(saga, saga.next(SagaAt.DEADLINE)))
                        .limit(3))
                .isEmpty();
    }

    private static boolean asksAny(SagaMove move, StepName... names) {
        return move instanceof Ask(var asked) && List.of(names).stream().anyMatch(asked::contains);
    }

    /** A step that is not planned counts as whatever is asked for. */
    private static boolean isAll(CheckoutSaga saga, StepState state, StepName... names) {
        return List.of(names).stream()
                .allMatch(name -> !saga.steps().containsKey(name)
                        || saga.steps().get(name).state() == state);
    }

    private static boolean isOpen(CheckoutSaga saga, StepName name) {
        return saga.steps().containsKey(name) && saga.steps().get(name).state().isOpen();
    }
}
