package dev.covenant.orders.checkout;

import org.junit.jupiter.api.Test;

import static dev.covenant.orders.checkout.StepName.AUTHORIZE;
import static dev.covenant.orders.checkout.StepName.COMMIT;
import static dev.covenant.orders.checkout.StepName.RESERVE;
import static org.assertj.core.api.Assertions.assertThat;

/** Whether a checkout wants to be told how its payment ended. */
class CheckoutSagaToldTest {
    @Test
    void awaitsItsPaymentUntilThatIsDecided() {
        assertThat(SagaAt.beginOfPhysical().saga().awaitsPayment()).isTrue();
        assertThat(SagaAt.beginOfPhysical()
                        .done(RESERVE)
                        .unknown(AUTHORIZE)
                        .saga()
                        .awaitsPayment())
                .isTrue();
        assertThat(SagaAt.beginOfDigital().unknown(AUTHORIZE).saga().awaitsPayment())
                .isTrue();
    }

    /** A release of ours may have been misunderstood, but payments has settled it all the same. */
    @Test
    void awaitsAPaymentThatWasNotUnderstoodAsLongAsNothingIsTurnedBack() {
        assertThat(SagaAt.beginOfDigital().notUnderstood(AUTHORIZE).saga().awaitsPayment())
                .isTrue();
    }

    @Test
    void isNotToldWhatItKnows() {
        assertThat(SagaAt.beginOfPhysical().done(RESERVE, AUTHORIZE).saga().awaitsPayment())
                .isFalse();
        assertThat(SagaAt.beginOfDigital()
                        .refused(AUTHORIZE, "payment-declined")
                        .saga()
                        .awaitsPayment())
                .isFalse();
        assertThat(SagaAt.beginOfPhysical()
                        .done(RESERVE, AUTHORIZE, COMMIT)
                        .pivoted()
                        .saga()
                        .awaitsPayment())
                .isFalse();
    }

    @Test
    void wantsToKnowNothingOnTheWayBackWhereThePaymentIsVoidedAnyway() {
        assertThat(SagaAt.beginOfPhysical()
                        .unknown(AUTHORIZE)
                        .turnedBack()
                        .saga()
                        .awaitsPayment())
                .isFalse();
    }
}
