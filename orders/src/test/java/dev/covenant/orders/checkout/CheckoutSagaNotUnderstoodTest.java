package dev.covenant.orders.checkout;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.covenant.orders.checkout.SagaMove.Ask;
import dev.covenant.orders.checkout.SagaMove.TurnBack;

import static dev.covenant.orders.checkout.SagaAt.beginOfDigital;
import static dev.covenant.orders.checkout.SagaAt.beginOfPhysical;
import static dev.covenant.orders.checkout.StepName.AUTHORIZE;
import static dev.covenant.orders.checkout.StepName.CAPTURE;
import static dev.covenant.orders.checkout.StepName.RELEASE;
import static dev.covenant.orders.checkout.StepName.RESERVE;
import static dev.covenant.orders.checkout.StepName.VOID;
import static org.assertj.core.api.Assertions.assertThat;

/** A neighbour says that our request itself is wrong. */
class CheckoutSagaNotUnderstoodTest {
    @ParameterizedTest
    @EnumSource(names = {"RESERVE", "AUTHORIZE", "COMMIT"})
    void turnsBackWhereThatCostsNothing(StepName step) {
        assertThat(beginOfPhysical().notUnderstood(step).next()).isEqualTo(new TurnBack(CheckoutSaga.NOT_PROCESSABLE));
    }

    /** An earlier request under the same id may have been done. */
    @Test
    void undoesItNevertheless() {
        assertThat(beginOfPhysical()
                        .notUnderstood(RESERVE)
                        .notUnderstood(AUTHORIZE)
                        .turnedBack()
                        .next())
                .isEqualTo(new Ask(Set.of(RELEASE, VOID)));
    }

    @Test
    void isAskedAgainWhereThereIsNoWayBack() {
        assertThat(beginOfDigital()
                        .done(AUTHORIZE)
                        .pivoted()
                        .notUnderstood(CAPTURE)
                        .next())
                .isEqualTo(new Ask(Set.of(CAPTURE)));
    }
}
