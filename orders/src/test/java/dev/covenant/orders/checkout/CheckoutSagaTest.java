package dev.covenant.orders.checkout;

import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.covenant.orders.checkout.SagaMove.Ask;
import dev.covenant.orders.checkout.SagaMove.CancelConfirmed;
import dev.covenant.orders.checkout.SagaMove.Finish;
import dev.covenant.orders.checkout.SagaMove.Pivot;
import dev.covenant.orders.checkout.SagaMove.TurnBack;
import dev.covenant.orders.order.Ending;
import dev.covenant.orders.order.OrderStatus;

import static dev.covenant.orders.checkout.SagaAt.beginOfDigital;
import static dev.covenant.orders.checkout.SagaAt.beginOfPhysical;
import static dev.covenant.orders.checkout.StepName.AUTHORIZE;
import static dev.covenant.orders.checkout.StepName.CAPTURE;
import static dev.covenant.orders.checkout.StepName.COMMIT;
import static dev.covenant.orders.checkout.StepName.REFUND;
import static dev.covenant.orders.checkout.StepName.RELEASE;
import static dev.covenant.orders.checkout.StepName.RESERVE;
import static dev.covenant.orders.checkout.StepName.RETURN;
import static dev.covenant.orders.checkout.StepName.VOID;
import static org.assertj.core.api.Assertions.assertThat;

class CheckoutSagaTest {

    @Nested
    class Forward {
        @Test
        void reservesAndAuthorizesAtTheSameTime() {
            assertThat(beginOfPhysical().next()).isEqualTo(ask(RESERVE, AUTHORIZE));
        }

        @Test
        void onlyAuthorizesWhenNothingNeedsStock() {
            assertThat(beginOfDigital().next()).isEqualTo(ask(AUTHORIZE));
        }

        @Test
        void asksAgainForWhatIsUnknownAndForNothingElse() {
            assertThat(beginOfPhysical().done(RESERVE).unknown(AUTHORIZE).next())
                    .isEqualTo(ask(AUTHORIZE));
            assertThat(beginOfPhysical().unknown(RESERVE).done(AUTHORIZE).next())
                    .isEqualTo(ask(RESERVE));
        }

        @Test
        void commitsTheReservationOnceThePaymentIsAuthorized() {
            assertThat(beginOfPhysical().done(RESERVE, AUTHORIZE).next()).isEqualTo(ask(COMMIT));
            assertThat(beginOfPhysical()
                            .done(RESERVE, AUTHORIZE)
                            .unknown(COMMIT)
                            .next())
                    .isEqualTo(ask(COMMIT));
        }

        @Test
        void pivotsWhenAllIsDone() {
            assertThat(beginOfPhysical().done(RESERVE, AUTHORIZE, COMMIT).next())
                    .isEqualTo(new Pivot());
            assertThat(beginOfDigital().done(AUTHORIZE).next()).isEqualTo(new Pivot());
        }

        @ParameterizedTest
        @EnumSource(names = {"RESERVE", "AUTHORIZE", "COMMIT"})
        void turnsBackWithTheReasonOfWhateverIsRefused(StepName refused) {
            assertThat(beginOfPhysical().refused(refused, "a-reason").next())
                    .isEqualTo(new TurnBack(Ending.rejected("a-reason", "Because of a-reason")));
        }

        @Test
        void tellsTheCustomerOfTheShortageWhenBothAreRefused() {
            var both = beginOfPhysical()
                    .refused(AUTHORIZE, "payment-declined")
                    .refused(RESERVE, "insufficient-stock")
                    .next();

            assertThat(both).isInstanceOfSatisfying(TurnBack.class, move -> assertThat(
                            move.ending().type())
                    .isEqualTo("insufficient-stock"));
        }
    }

    @Nested
    class AtTheDeadline {
        @Test
        void isTooLateForThePayment() {
            assertThat(beginOfPhysical().done(RESERVE).unknown(AUTHORIZE).nextAtDeadline())
                    .satisfies(CheckoutSagaTest::isPaymentTimeout);
            assertThat(beginOfDigital().unknown(AUTHORIZE).nextAtDeadline())
                    .satisfies(CheckoutSagaTest::isPaymentTimeout);
        }

        @Test
        void isTooLateForTheStock() {
            assertThat(beginOfPhysical().unknown(RESERVE).done(AUTHORIZE).nextAtDeadline())
                    .satisfies(CheckoutSagaTest::isInventoryUnavailable);
            assertThat(beginOfPhysical()
                            .done(RESERVE, AUTHORIZE)
                            .unknown(COMMIT)
                            .nextAtDeadline())
                    .satisfies(CheckoutSagaTest::isInventoryUnavailable);
            assertThat(beginOfPhysical().unknown(RESERVE, AUTHORIZE).nextAtDeadline())
                    .satisfies(CheckoutSagaTest::isInventoryUnavailable);
        }

        @Test
        void goesOnWhenEverythingIsDoneAlready() {
            assertThat(beginOfPhysical().done(RESERVE, AUTHORIZE, COMMIT).nextAtDeadline())
                    .isEqualTo(new Pivot());
        }

        @Test
        void prefersTheReasonOfARefusal() {
            assertThat(beginOfPhysical()
                            .refused(AUTHORIZE, "payment-declined")
                            .unknown(RESERVE)
                            .nextAtDeadline())
                    .isEqualTo(new TurnBack(Ending.rejected("payment-declined", "Because of payment-declined")));
        }
    }

    @Nested
    class AfterThePivot {
        private final SagaAt pivoted =
                beginOfPhysical().done(RESERVE, AUTHORIZE, COMMIT).pivoted();

        @Test
        void capturesUntilThereIsAnAnswerHoweverLate() {
            assertThat(pivoted.next()).isEqualTo(ask(CAPTURE));
            assertThat(pivoted.unknown(CAPTURE).nextAtDeadline()).isEqualTo(ask(CAPTURE));
        }

        @Test
        void finishesWhenThePaymentIsCaptured() {
            assertThat(pivoted.done(CAPTURE).next()).isEqualTo(new Finish());
        }

        @Test
        void cancelsThenReturnsTheStockThenFinishesWhenTheCaptureIsRefused() {
            assertThat(pivoted.refused(CAPTURE, "capture-refused").next())
                    .isInstanceOfSatisfying(
                            CancelConfirmed.class,
                            move -> assertThat(move.ending().type()).isEqualTo("payment-not-captured"));

            pivoted.direction(Direction.PIVOTED, OrderStatus.CANCELLED);
            assertThat(pivoted.next()).isEqualTo(ask(RETURN));
            assertThat(pivoted.done(RETURN).next()).isEqualTo(new Finish());
        }

        @Test
        void hasNothingToReturnOfADigitalOrder() {
            assertThat(beginOfDigital()
                            .done(AUTHORIZE)
                            .direction(Direction.PIVOTED, OrderStatus.CANCELLED)
                            .refused(CAPTURE, "capture-refused")
                            .next())
                    .isEqualTo(new Finish());
        }

        @Test
        void capturesFirstEvenWhenTheCustomerCancelled() {
            assertThat(pivoted.cancelRequested(true).next()).isEqualTo(ask(CAPTURE));
        }

        @Test
        void refundsAndReturnsThenCancelsThenFinishesWhenTheCustomerCancelled() {
            pivoted.cancelRequested(true).done(CAPTURE);
            assertThat(pivoted.next()).isEqualTo(ask(REFUND, RETURN));
            assertThat(pivoted.done(RETURN).unknown(REFUND).next()).isEqualTo(ask(REFUND));
            assertThat(pivoted.done(REFUND).next()).isInstanceOfSatisfying(CancelConfirmed.class, move -> assertThat(
                            move.ending().type())
                    .isEqualTo("cancelled-by-customer"));

            assertThat(pivoted.direction(Direction.PIVOTED, OrderStatus.CANCELLED)
                            .next())
                    .isEqualTo(new Finish());
        }
    }

    @Nested
    class Backward {
        @Test
        void undoesEvenWhatNobodyAnswered() {
            assertThat(beginOfPhysical()
                            .unknown(RESERVE, AUTHORIZE)
                            .turnedBack()
                            .next())
                    .isEqualTo(ask(RELEASE, VOID));
            assertThat(beginOfPhysical().turnedBack().next()).isEqualTo(ask(RELEASE, VOID));
        }

        @Test
        void releasesNothingThatWasNotReserved() {
            assertThat(beginOfPhysical()
                            .refused(RESERVE, "insufficient-stock")
                            .done(AUTHORIZE)
                            .turnedBack()
                            .next())
                    .isEqualTo(ask(VOID));
        }

        @Test
        void voidsNoPaymentThatWasDeclined() {
            assertThat(beginOfPhysical()
                            .done(RESERVE)
                            .refused(AUTHORIZE, "payment-declined")
                            .turnedBack()
                            .next())
                    .isEqualTo(ask(RELEASE));
        }

        @Test
        void returnsAReservationThatTurnsOutToBeCommitted() {
            var committed = beginOfPhysical()
                    .done(RESERVE, AUTHORIZE, VOID)
                    .unknown(COMMIT)
                    .turnedBack();
            assertThat(committed.next()).isEqualTo(ask(RELEASE));
            assertThat(committed.refused(RELEASE, "reservation-committed").next())
                    .isEqualTo(ask(RETURN));
            assertThat(committed.done(RETURN).next()).isEqualTo(new Finish());
        }

        @Test
        void releasesAReservationWhoseCommitWasRefused() {
            assertThat(beginOfPhysical()
                            .done(RESERVE, AUTHORIZE)
                            .refused(COMMIT, "reservation-expired")
                            .turnedBack()
                            .next())
                    .isEqualTo(ask(RELEASE, VOID));
        }

        @Test
        void asksAgainUntilBothAreUndone() {
            var undoing = beginOfPhysical().done(RESERVE, AUTHORIZE).turnedBack();
            assertThat(undoing.unknown(RELEASE).done(VOID).nextAtDeadline()).isEqualTo(ask(RELEASE));
            assertThat(undoing.done(RELEASE).next()).isEqualTo(new Finish());
        }

        @Test
        void finishesAtOnceWhenNothingWasDone() {
            assertThat(beginOfDigital()
                            .refused(AUTHORIZE, "payment-declined")
                            .turnedBack()
                            .next())
                    .isEqualTo(new Finish());
        }
    }

    private static Ask ask(StepName... names) {
        return new Ask(Set.of(names));
    }

    private static void isPaymentTimeout(SagaMove move) {
        assertThat(move)
                .isInstanceOfSatisfying(
                        TurnBack.class, back -> assertThat(back.ending().type()).isEqualTo("payment-timeout"));
    }

    private static void isInventoryUnavailable(SagaMove move) {
        assertThat(move)
                .isInstanceOfSatisfying(
                        TurnBack.class, back -> assertThat(back.ending().type()).isEqualTo("inventory-unavailable"));
    }
}
