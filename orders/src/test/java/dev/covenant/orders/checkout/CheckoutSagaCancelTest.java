package dev.covenant.orders.checkout;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.covenant.orders.order.Ending;
import dev.covenant.orders.order.OrderStatus;

import static dev.covenant.orders.checkout.SagaAt.beginOfDigital;
import static dev.covenant.orders.checkout.SagaAt.beginOfPhysical;
import static dev.covenant.orders.checkout.StepName.AUTHORIZE;
import static dev.covenant.orders.checkout.StepName.COMMIT;
import static dev.covenant.orders.checkout.StepName.RESERVE;
import static org.assertj.core.api.Assertions.assertThat;

/** What a customer's wish to cancel comes to. */
class CheckoutSagaCancelTest {
    private static final Duration WINDOW = Duration.ofMinutes(30);
    private static final Instant LAST_MOMENT = SagaAt.CONFIRMED_AT.plus(WINDOW).minusNanos(1);

    @Test
    void turnsBackAsLongAsItIsPending() {
        assertThat(beginOfPhysical().done(RESERVE, AUTHORIZE).unknown(COMMIT).cancel(LAST_MOMENT, WINDOW))
                .isEqualTo(new CancelMove.TurnBack(
                        Ending.cancelled("cancelled-by-customer", "Cancelled as you asked. Nothing was charged.")));
    }

    @Test
    void givesBackWhatIsConfirmedUntilTheWindowCloses() {
        var confirmed = beginOfDigital().pivoted();

        assertThat(confirmed.cancel(LAST_MOMENT, WINDOW)).isEqualTo(new CancelMove.GiveBack());
        assertThat(confirmed.cancel(SagaAt.CONFIRMED_AT.plus(WINDOW), WINDOW))
                .isEqualTo(
                        new CancelMove.Refuse("A confirmed order can be cancelled for 30 minutes; that time is over."));
    }

    @Test
    void isTheSameAgainHoweverLate() {
        var requested = beginOfDigital().pivoted().cancelRequested(true);
        var cancelled = beginOfDigital().direction(Direction.BACKWARD, OrderStatus.CANCELLED);

        assertThat(requested.cancel(Instant.MAX, WINDOW)).isEqualTo(new CancelMove.Nothing());
        assertThat(cancelled.cancel(Instant.MAX, WINDOW)).isEqualTo(new CancelMove.Nothing());
    }

    @Test
    void isRefusedOfARejectedOrder() {
        assertThat(beginOfDigital().turnedBack().cancel(LAST_MOMENT, WINDOW)).isInstanceOf(CancelMove.Refuse.class);
    }
}
