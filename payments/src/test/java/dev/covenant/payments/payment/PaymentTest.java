package dev.covenant.payments.payment;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.payments.ledger.Journal;
import dev.covenant.payments.money.Money;
import dev.covenant.payments.provider.ChargeAnswer.Authorized;
import dev.covenant.payments.provider.ChargeAnswer.CaptureRefused;
import dev.covenant.payments.provider.ChargeAnswer.Captured;
import dev.covenant.payments.provider.ChargeAnswer.Declined;
import dev.covenant.payments.provider.ChargeAnswer.NeverSeen;
import dev.covenant.payments.provider.ChargeAnswer.Voided;

import static dev.covenant.payments.payment.PaymentState.AUTHORIZED;
import static dev.covenant.payments.payment.PaymentState.CAPTURED;
import static dev.covenant.payments.payment.PaymentState.CAPTURE_REFUSED;
import static dev.covenant.payments.payment.PaymentState.DECLINED;
import static dev.covenant.payments.payment.PaymentState.PENDING;
import static dev.covenant.payments.payment.PaymentState.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

class PaymentTest {
    private static final UUID ID = UuidV7.next();
    private static final Money MONEY = new Money(100, "EUR");

    private final Payment pending = payment(PENDING, 0, 0);
    private final Payment authorized = payment(AUTHORIZED, 100, 0);
    private final Payment voidingUnanswered = pending.voiding();
    private final Payment voidingAuthorized = authorized.voiding();

    @Test
    void anApprovalAuthorizes() {
        var change = pending.learn(new Authorized()).orElseThrow();

        assertThat(change.after()).isEqualTo(authorized);
        assertThat(change.journals()).containsExactly(Journal.authorized(ID, MONEY));
    }

    @Test
    void aDeclineKeepsItsReasonAndIsNoBusinessOfTheLedger() {
        var change = pending.learn(new Declined("card_expired")).orElseThrow();

        assertThat(change.after().state()).isEqualTo(DECLINED);
        assertThat(change.after().declineReason()).isEqualTo("card_expired");
        assertThat(change.after().authorized()).isZero();
        assertThat(change.journals()).isEmpty();
    }

    @Test
    void aCaptureTakesTheWholeAmount() {
        var change = authorized.learn(new Captured()).orElseThrow();

        assertThat(change.after().state()).isEqualTo(CAPTURED);
        assertThat(change.after().captured()).isEqualTo(100);
        assertThat(change.after().refundable()).isEqualTo(100);
        assertThat(change.journals()).containsExactly(Journal.captured(ID, MONEY));
    }

    @Test
    void aCaptureOfWhatWeNeverSawApprovedBooksTheApprovalFirst() {
        var change = pending.learn(new Captured()).orElseThrow();

        assertThat(change.after().state()).isEqualTo(CAPTURED);
        assertThat(change.journals()).containsExactly(Journal.authorized(ID, MONEY), Journal.captured(ID, MONEY));
    }

    @Test
    void aRefusedCaptureReversesTheAuthorization() {
        var change = authorized.learn(new CaptureRefused()).orElseThrow();

        assertThat(change.after().state()).isEqualTo(CAPTURE_REFUSED);
        assertThat(change.after().captured()).isZero();
        assertThat(change.journals()).containsExactly(Journal.captureRefused(ID, MONEY));
    }

    @Test
    void aVoidReversesWhatWasBooked() {
        var change = voidingAuthorized.learn(new Voided()).orElseThrow();

        assertThat(change.after().state()).isEqualTo(VOIDED);
        assertThat(change.journals()).containsExactly(Journal.voided(ID, MONEY));
    }

    @Test
    void aVoidOfWhatWasNeverBookedReversesNothing() {
        var change = voidingUnanswered.learn(new Voided()).orElseThrow();

        assertThat(change.after().state()).isEqualTo(VOIDED);
        assertThat(change.journals()).isEmpty();
    }

    @Test
    void aDeclineOfWhatIsBeingVoidedEndsIt() {
        var change = voidingUnanswered.learn(new Declined("card_expired")).orElseThrow();

        assertThat(change.after().state()).isEqualTo(VOIDED);
        assertThat(change.after().declineReason()).isNull();
        assertThat(change.journals()).isEmpty();
    }

    @Test
    void anApprovalOfWhatIsBeingVoidedChangesNothing() {
        assertThat(voidingUnanswered.learn(new Authorized())).isEmpty();
        assertThat(authorized.learn(new Authorized())).isEmpty();
    }

    @Test
    void aCaptureThatWonAgainstTheVoidIsACapture() {
        var change = voidingAuthorized.learn(new Captured()).orElseThrow();

        assertThat(change.after().state()).isEqualTo(CAPTURED);
        assertThat(change.journals()).containsExactly(Journal.captured(ID, MONEY));
    }

    @Test
    void anAuthorizationThatTheProviderGaveUpItselfIsVoided() {
        var change = authorized.learn(new Voided()).orElseThrow();

        assertThat(change.after().state()).isEqualTo(VOIDED);
        assertThat(change.journals()).containsExactly(Journal.voided(ID, MONEY));
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "VOIDED", "CAPTURED", "CAPTURE_REFUSED"})
    void nothingChangesWhatIsFinal(PaymentState state) {
        var ended = payment(state, 100, state == CAPTURED ? 100 : 0);

        assertThat(ended.learn(new Authorized())).isEmpty();
        assertThat(ended.learn(new Captured())).isEmpty();
        assertThat(ended.learn(new CaptureRefused())).isEmpty();
        assertThat(ended.learn(new Declined("late"))).isEmpty();
        assertThat(ended.learn(new Voided())).isEmpty();
    }

    @Test
    void theProviderIsPresumedToHaveWhatItWasAskedFor() {
        assertThat(pending.presumedAtProvider()).isEqualTo(new NeverSeen());
        assertThat(authorized.presumedAtProvider()).isEqualTo(new Authorized());
        assertThat(voidingAuthorized.presumedAtProvider()).isEqualTo(new Authorized());
    }

    @Test
    void oneVoidedBeforeItArrivedIsTheSameForEveryRequest() {
        var tombstone = new Payment(ID, "orders", VOIDED, null, null, null, 0, 0, 0);

        assertThat(tombstone.wasRequestedAs("any")).isTrue();
        assertThat(pending.wasRequestedAs("fingerprint")).isTrue();
        assertThat(pending.wasRequestedAs("any")).isFalse();
    }

    private static Payment payment(PaymentState state, long authorized, long captured) {
        return new Payment(ID, "orders", state, MONEY, "fingerprint", null, authorized, captured, 0);
    }
}
