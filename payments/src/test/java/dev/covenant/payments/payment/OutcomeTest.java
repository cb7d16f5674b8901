package dev.covenant.payments.payment;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.payments.money.Money;

import static dev.covenant.payments.payment.PaymentState.AUTHORIZED;
import static dev.covenant.payments.payment.PaymentState.CAPTURED;
import static dev.covenant.payments.payment.PaymentState.CAPTURE_REFUSED;
import static dev.covenant.payments.payment.PaymentState.DECLINED;
import static dev.covenant.payments.payment.PaymentState.PENDING;
import static dev.covenant.payments.payment.PaymentState.VOIDED;
import static dev.covenant.payments.payment.PaymentState.VOIDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What each command answers about a payment in each state. */
class OutcomeTest {
    @ParameterizedTest
    @EnumSource
    void anAuthorizationIsAnsweredWithThePaymentUnlessItWasVoided(PaymentState state) {
        var voided = state == VOIDING || state == VOIDED;

        assertThat(AuthorizeOutcome.of(in(state)))
                .isEqualTo(voided ? new AuthorizeOutcome.Voided() : new AuthorizeOutcome.Known(in(state)));
    }

    @ParameterizedTest
    @EnumSource
    void aCaptureSucceededOnlyWhenItIsCaptured(PaymentState state) {
        var expected = Map.of(
                PENDING, new CaptureOutcome.Pending(),
                AUTHORIZED, new CaptureOutcome.Unanswered(),
                DECLINED, new CaptureOutcome.Declined(),
                VOIDING, new CaptureOutcome.Voided(),
                VOIDED, new CaptureOutcome.Voided(),
                CAPTURED, new CaptureOutcome.Captured(in(CAPTURED)),
                CAPTURE_REFUSED, new CaptureOutcome.Refused());

        assertThat(CaptureOutcome.of(in(state))).isEqualTo(expected.get(state));
    }

    @ParameterizedTest
    @EnumSource(names = {"VOIDING", "VOIDED", "DECLINED", "CAPTURE_REFUSED"})
    void aVoidIsAcceptedWhenNothingStaysAuthorized(PaymentState state) {
        assertThat(VoidOutcome.of(in(state))).isEqualTo(new VoidOutcome.Accepted(in(state)));
    }

    @Test
    void aVoidComesTooLateForWhatIsCaptured() {
        assertThat(VoidOutcome.of(in(CAPTURED))).isEqualTo(new VoidOutcome.Captured());
    }

    @Test
    void aVoidIsNotAcceptedWhileACaptureIsUnanswered() {
        assertThat(VoidOutcome.of(in(AUTHORIZED))).isEqualTo(new VoidOutcome.Unanswered());
    }

    @Test
    void aVoidNeverLeavesAPaymentPending() {
        assertThatIllegalStateException().isThrownBy(() -> VoidOutcome.of(in(PENDING)));
    }

    private static final Money MONEY = new Money(100, "EUR");
    private static final Payment ANY = new Payment(UuidV7.next(), "orders", PENDING, MONEY, "", null, 0, 0, 0);

    private static Payment in(PaymentState state) {
        return new Payment(ANY.id(), ANY.client(), state, MONEY, "", null, 0, 0, 0);
    }
}
