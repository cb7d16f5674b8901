package dev.covenant.orders.checkout;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static dev.covenant.orders.checkout.StepName.AUTHORIZE;
import static dev.covenant.orders.checkout.StepName.COMMIT;
import static dev.covenant.orders.checkout.StepName.RESERVE;
import static org.assertj.core.api.Assertions.assertThat;

/** When it is in vain to wait for the outcome. */
class CheckoutSagaHeldUpTest {
    @Test
    void isHeldUpWhenInventoryMayNotBeAskedForTheStock() {
        var saga = SagaAt.beginOfPhysical().saga();

        assertThat(saga.isHeldUpBy(Set.of(RESERVE, AUTHORIZE))).isTrue();
        assertThat(saga.isHeldUpBy(Set.of())).isFalse();
    }

    @Test
    void waitsForTheStockWhenPaymentsAloneMayNotBeAsked() {
        var saga = SagaAt.beginOfPhysical().unknown(RESERVE).saga();

        assertThat(saga.isHeldUpBy(Set.of(AUTHORIZE))).isFalse();
    }

    @Test
    void isHeldUpByAnybodyOnceTheStockIsHeld() {
        var held = SagaAt.beginOfPhysical().done(RESERVE);

        assertThat(held.saga().isHeldUpBy(Set.of(AUTHORIZE))).isTrue();
        assertThat(held.done(AUTHORIZE).saga().isHeldUpBy(Set.of(COMMIT))).isTrue();
        assertThat(held.saga().isHeldUpBy(Set.of())).isFalse();
    }

    @Test
    void isHeldUpByPaymentsAloneWhenItNeedsNoStock() {
        assertThat(SagaAt.beginOfDigital().saga().isHeldUpBy(Set.of(AUTHORIZE))).isTrue();
    }
}
