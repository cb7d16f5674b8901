package dev.covenant.payments.payment;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.payments.money.Money;
import dev.covenant.payments.outcome.PaymentOutcome;
import dev.covenant.payments.provider.ChargeAnswer;

import static org.assertj.core.api.Assertions.assertThat;

/** What there is to tell of a payment that changed. */
class PaymentOutcomeTest {
    private final UUID id = UuidV7.next();
    private final Payment pending =
            new Payment(id, "orders", PaymentState.PENDING, new Money(700, "EUR"), "fingerprint", null, 0, 0, 0);

    @Test
    void isThatAPendingOneIsAuthorized() {
        assertThat(after(pending, new ChargeAnswer.Authorized()).outcomeSince(pending))
                .contains(PaymentOutcome.authorized(id));
    }

    @Test
    void isThatAPendingOneIsDeclinedAndWhy() {
        assertThat(after(pending, new ChargeAnswer.Declined("card_expired")).outcomeSince(pending))
                .contains(PaymentOutcome.declined(id, "card_expired"));
    }

    @Test
    void isNothingWhenItsClientVoidedIt() {
        var voiding = pending.voiding();

        assertThat(voiding.outcomeSince(pending)).isEmpty();
        assertThat(after(voiding, new ChargeAnswer.Declined("card_expired")).outcomeSince(voiding))
                .isEmpty();
    }

    @Test
    void isNothingWhenItWasSettledBefore() {
        var authorized = after(pending, new ChargeAnswer.Authorized());

        assertThat(after(authorized, new ChargeAnswer.Captured()).outcomeSince(authorized))
                .isEmpty();
    }

    private static Payment after(Payment before, ChargeAnswer.Standing answer) {
        return before.learn(answer).orElseThrow().after();
    }
}
