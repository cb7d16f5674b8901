package dev.covenant.payments.api.v1;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.money.Money;
import dev.covenant.payments.payment.PaymentState;
import dev.covenant.payments.testing.Eventually;
import dev.covenant.payments.testing.PaymentRows;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderBooks;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

/** What the provider has not answered is unknown, and becomes known without anybody asking us again. */
@RealServer(setup = ProviderSetup.class)
class SettlerIT {
    private final UUID id = UuidV7.next();
    private final UUID refundId = UuidV7.next();
    private final PaymentsUnderTest payments;
    private final ProviderBooks books;
    private final ProviderSetup provider;
    private final PaymentRows rows;

    SettlerIT(ServerUnderTest server) {
        rows = PaymentRows.of(server);
        payments = PaymentsUnderTest.as("orders", server);
        books = ProviderBooks.of(server);
        provider = server.setup(ProviderSetup.class);
    }

    @AfterEach
    void theProviderIsThere() {
        provider.comeBack();
    }

    @Test
    void anApprovalThatNobodyHeardIsFoundOut() {
        var answer = payments.authorizeImpatiently(id, 700, "EUR", "tok_no_answer");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("PENDING");
        awaitState("AUTHORIZED");
        assertThat(payments.authorizeImpatiently(id, 700, "EUR", "tok_no_answer")
                        .text("state"))
                .isEqualTo("AUTHORIZED");
        assertThat(books.entries(id)).containsExactly("AUTHORIZED");
    }

    @Test
    void anAuthorizationThatNeverReachedTheProviderIsSentAgain() {
        provider.goAway();
        assertThat(payments.authorize(id, 700, "tok_approve").text("state")).isEqualTo("PENDING");
        assertThat(payments.capture(id).problem()).isEqualTo("409 payment-pending");

        provider.comeBack();

        awaitState("AUTHORIZED");
        assertThat(books.entries(id)).containsExactly("AUTHORIZED");
    }

    @Test
    void aDeclineThatComesLateIsADecline() {
        provider.goAway();
        payments.authorize(id, 700, "tok_decline_card_expired");

        provider.comeBack();

        awaitState("DECLINED");
        assertThat(payments.find(id).text("declineReason")).isEqualTo("card_expired");
    }

    @Test
    void theTokenIsForgottenOnceTheProviderHasAnswered() {
        payments.authorizeImpatiently(id, 700, "EUR", "tok_no_answer");
        assertThat(rows.keepsToken(id)).isTrue();

        awaitState("AUTHORIZED");

        assertThat(rows.keepsToken(id)).isFalse();
    }

    @Test
    void aPendingPaymentIsVoidedAtOnceAndWhateverAppearsIsGivenUp() {
        payments.authorizeImpatiently(id, 700, "EUR", "tok_no_answer");

        var answer = payments.cancel(id);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("state")).isIn("VOIDING", "VOIDED");
        assertThat(payments.authorizeImpatiently(id, 700, "EUR", "tok_no_answer")
                        .problem())
                .isEqualTo("409 payment-voided");
        awaitState("VOIDED");
        assertThat(books.entries(id)).containsExactly("AUTHORIZED", "VOIDED");
    }

    @Test
    void anApprovalThatArrivesWhileThePaymentIsVoidedIsGivenUp() {
        var answer = CompletableFuture.supplyAsync(() -> payments.authorize(id, 700, "tok_slow_1000"));
        awaitState("PENDING");

        assertThat(payments.cancel(id).text("state")).isEqualTo("VOIDING");

        assertThat(answer.join().problem()).isEqualTo("409 payment-voided");
        awaitState("VOIDED");
        assertThat(books.entries(id)).containsExactly("AUTHORIZED", "VOIDED");
    }

    /** An authorize that is still under way somewhere must find its id closed, whenever it arrives. */
    @Test
    void aVoidedPaymentThatTheProviderNeverSawIsClosedThere() {
        provider.goAway();
        payments.authorize(id, 700, "tok_approve");
        assertThat(payments.cancel(id).text("state")).isEqualTo("VOIDING");
        assertThat(payments.cancel(id).text("state")).isEqualTo("VOIDING");
        assertThat(payments.capture(id).problem()).isEqualTo("409 payment-voided");

        provider.comeBack();

        awaitState("VOIDED");
        assertThat(books.entries(id)).containsExactly("AUTHORIZED", "VOIDED");
    }

    @Test
    void aVoidThatTheProviderHasNotConfirmedIsAccepted() {
        payments.authorize(id, 700, "tok_approve");
        provider.goAway();
        assertThat(payments.cancel(id).text("state")).isEqualTo("VOIDING");

        provider.comeBack();

        awaitState("VOIDED");
        assertThat(books.entries(id)).containsExactly("AUTHORIZED", "VOIDED");
    }

    @Test
    void anUnansweredCaptureIsNeitherDoneNorRefused() {
        payments.authorize(id, 700, "tok_approve");
        provider.goAway();

        var answer = payments.capture(id);

        assertThat(answer.problem()).isEqualTo("503 provider-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(payments.stateOf(id)).isEqualTo("AUTHORIZED");

        provider.comeBack();

        awaitState("CAPTURED");
        assertThat(payments.capture(id).text("state")).isEqualTo("CAPTURED");
        assertThat(books.entries(id)).containsExactly("AUTHORIZED", "CAPTURED");
    }

    @Test
    void anUnansweredRefundIsPendingAndThenPaidOnce() {
        var paid = payments.captured(700, "tok_approve");
        provider.goAway();
        assertThat(payments.refund(paid, refundId, 300).text("state")).isEqualTo("PENDING");
        assertThat(payments.refund(paid, refundId, 300).text("state")).isEqualTo("PENDING");
        assertThat(payments.find(paid).number("refunded")).isEqualTo(300);

        provider.comeBack();

        Eventually.holds(
                "the refund succeeded",
                () -> books.entries(paid).contains("REFUND_SUCCEEDED") && rows.openAttempts(paid) == 0);
        assertThat(payments.refund(paid, refundId, 300).text("state")).isEqualTo("SUCCEEDED");
        assertThat(books.entries(paid)).containsExactly("AUTHORIZED", "CAPTURED", "REFUND_SUCCEEDED");
    }

    @Test
    void whatACrashedReplicaLeftIsTakenUp() {
        rows.payment(id, PaymentState.PENDING, new Money(700, "EUR"), "tok_approve");

        rows.leaseEnds(id);

        awaitState("AUTHORIZED");

        assertThat(books.entries(id)).containsExactly("AUTHORIZED");
    }

    private void awaitState(String state) {
        Eventually.holds("the payment is " + state, () -> payments.stateOf(id).equals(state));
    }
}
