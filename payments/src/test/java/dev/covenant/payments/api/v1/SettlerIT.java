package dev.covenant.payments.api.v1;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.chassis.secrets.Sealer;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What the provider has not answered is unknown, and becomes known without anybody asking us again. */
@RealServer(setup = ProviderSetup.class)
class SettlerIT {
    private final UUID id = UuidV7.next();
    private final UUID refundId = UuidV7.next();
    private final PaymentsUnderTest payments;
    private final ProviderBooks books;
    private final ProviderSetup provider;
    private final ServerUnderTest server;

    SettlerIT(ServerUnderTest server) {
        this.server = server;
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
        var answer = payments.authorize(id, 700, "tok_no_answer");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("PENDING");
        awaitState("AUTHORIZED");
        assertThat(payments.authorize(id, 700, "tok_no_answer").text("state")).isEqualTo("AUTHORIZED");
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
        payments.authorize(id, 700, "tok_no_answer");
        assertThat(tokenIsKept()).isTrue();

        awaitState("AUTHORIZED");

        assertThat(tokenIsKept()).isFalse();
    }

    @Test
    void aPendingPaymentIsVoidedAtOnceAndWhateverAppearsIsGivenUp() {
        payments.authorize(id, 700, "tok_no_answer");

        var answer = payments.cancel(id);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("state")).isIn("VOIDING", "VOIDED");
        assertThat(payments.authorize(id, 700, "tok_no_answer").problem()).isEqualTo("409 payment-voided");
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
                () -> books.entries(paid).contains("REFUND_SUCCEEDED") && openAttempts(paid) == 0);
        assertThat(payments.refund(paid, refundId, 300).text("state")).isEqualTo("SUCCEEDED");
        assertThat(books.entries(paid)).containsExactly("AUTHORIZED", "CAPTURED", "REFUND_SUCCEEDED");
    }

    @Test
    void whatACrashedReplicaLeftIsTakenUp() {
        var token = new Sealer(ProviderSetup.ENCRYPTION_KEY).seal("tok_approve", id.toString());
        owner().useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO payment (payment_id, client, state, currency, amount, fingerprint, sealed_token, "
                            + "created_at, changed_at) VALUES (?, 'orders', 'PENDING', 'EUR', 700, '', ?, now(), now())",
                    id,
                    token);
            handle.execute(
                    "INSERT INTO provider_attempt (attempt_key, payment_id, operation, state, tries, due_at, "
                            + "created_at, changed_at) VALUES (?, ?, 'AUTHORIZE', 'STARTED', 1, now(), now(), now())",
                    id + ":authorize",
                    id);
        });

        awaitState("AUTHORIZED");

        assertThat(books.entries(id)).containsExactly("AUTHORIZED");
    }

    private void awaitState(String state) {
        Eventually.holds("the payment is " + state, () -> payments.stateOf(id).equals(state));
    }

    private boolean tokenIsKept() {
        return owner().withHandle(handle -> handle.createQuery(
                        "SELECT sealed_token IS NOT NULL FROM payment WHERE payment_id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    private int openAttempts(UUID payment) {
        return owner().withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM provider_attempt WHERE payment_id = :id AND state <> 'ANSWERED'")
                .bind("id", payment)
                .mapTo(Integer.class)
                .one());
    }

    private Jdbi owner() {
        return Jdbi.create(server.owner());
    }
}
