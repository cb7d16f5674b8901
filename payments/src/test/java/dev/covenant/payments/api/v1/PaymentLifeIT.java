package dev.covenant.payments.api.v1;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderBooks;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

/** Authorize, then capture or void, when the provider answers. */
@RealServer(setup = ProviderSetup.class)
class PaymentLifeIT {
    private final UUID id = UuidV7.next();
    private final ServerUnderTest server;
    private final PaymentsUnderTest payments;
    private final PaymentsUnderTest stranger;
    private final ProviderBooks provider;

    PaymentLifeIT(ServerUnderTest server) {
        this.server = server;
        payments = PaymentsUnderTest.as("orders", server);
        stranger = PaymentsUnderTest.as("somebody", server);
        provider = ProviderBooks.of(server);
    }

    @Test
    void authorizesWhatTheProviderApproves() {
        var answer = payments.authorize(id, 1999, "EUR", "tok_approve");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("paymentId")).isEqualTo(id.toString());
        assertThat(answer.text("state")).isEqualTo("AUTHORIZED");
        assertThat(answer.number("amount")).isEqualTo(1999);
        assertThat(answer.text("currency")).isEqualTo("EUR");
        assertThat(answer.number("captured")).isZero();
        assertThat(answer.number("refunded")).isZero();
        assertThat(answer.json().has("declineReason")).isFalse();
        assertThat(payments.find(id).content()).isEqualTo(answer.content());
        assertThat(provider.entries(id)).containsExactly("AUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"insufficient_funds", "card_expired", "suspected_fraud"})
    void aDeclineIsAnAnswerAndRemembered(String reason) {
        var answer = payments.authorize(id, 500, "tok_decline_" + reason);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("DECLINED");
        assertThat(answer.text("declineReason")).isEqualTo(reason);
        assertThat(payments.authorize(id, 500, "tok_decline_" + reason).content())
                .isEqualTo(answer.content());
        assertThat(payments.capture(id).problem()).isEqualTo("409 payment-declined");
        assertThat(payments.cancel(id).content()).isEqualTo(answer.content());
    }

    @Test
    void aTokenThatTheProviderDoesNotKnowIsDeclined() {
        assertThat(payments.authorize(id, 500, "4711").text("declineReason")).isEqualTo("unknown_token");
    }

    @Test
    void aSlowApprovalWithinTheWaitIsAnApproval() {
        assertThat(payments.authorize(id, 500, "tok_slow_300").text("state")).isEqualTo("AUTHORIZED");
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswer() {
        var first = payments.authorize(id, 500, "tok_approve");

        assertThat(payments.authorize(id, 500, "tok_approve").content()).isEqualTo(first.content());
        assertThat(provider.entries(id)).containsExactly("AUTHORIZED");
    }

    @Test
    void theSameIdWithAnotherBodyIsRefused() {
        payments.authorize(id, 500, "EUR", "tok_approve");

        assertThat(payments.authorize(id, 501, "EUR", "tok_approve").problem()).isEqualTo("422 id-reused");
        assertThat(payments.authorize(id, 500, "USD", "tok_approve").problem()).isEqualTo("422 id-reused");
        assertThat(payments.authorize(id, 500, "EUR", "tok_other").problem()).isEqualTo("422 id-reused");
    }

    @Test
    void anIdBelongsToTheClientThatUsedItFirst() {
        payments.authorize(id, 500, "tok_approve");

        assertThat(stranger.find(id).problem()).isEqualTo("404 payment-not-found");
        assertThat(stranger.authorize(id, 500, "tok_approve").problem()).isEqualTo("404 payment-not-found");
        assertThat(stranger.capture(id).problem()).isEqualTo("404 payment-not-found");
        assertThat(stranger.cancel(id).problem()).isEqualTo("404 payment-not-found");
        assertThat(payments.stateOf(id)).isEqualTo("AUTHORIZED");
    }

    @Test
    void capturesTheWholeAmountOnce() {
        payments.authorize(id, 500, "tok_approve");

        var answer = payments.capture(id);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("CAPTURED");
        assertThat(answer.number("captured")).isEqualTo(500);
        assertThat(payments.capture(id).content()).isEqualTo(answer.content());
        assertThat(provider.entries(id)).containsExactly("AUTHORIZED", "CAPTURED");
    }

    @Test
    void aCapturedPaymentIsNotVoided() {
        payments.authorize(id, 500, "tok_approve");
        payments.capture(id);

        assertThat(payments.cancel(id).problem()).isEqualTo("409 payment-captured");
        assertThat(payments.stateOf(id)).isEqualTo("CAPTURED");
    }

    @Test
    void aCaptureRefusedForGoodIsRemembered() {
        payments.authorize(id, 500, "tok_refuse_capture");

        assertThat(payments.capture(id).problem()).isEqualTo("409 capture-refused");
        assertThat(payments.capture(id).problem()).isEqualTo("409 capture-refused");
        assertThat(payments.cancel(id).text("state")).isEqualTo("CAPTURE_REFUSED");
        assertThat(provider.entries(id)).containsExactly("AUTHORIZED", "CAPTURE_REFUSED");
    }

    @Test
    void voidsAnAuthorizationOnce() {
        payments.authorize(id, 500, "tok_approve");

        var answer = payments.cancel(id);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("VOIDED");
        assertThat(payments.cancel(id).content()).isEqualTo(answer.content());
        assertThat(payments.capture(id).problem()).isEqualTo("409 payment-voided");
        assertThat(payments.authorize(id, 500, "tok_approve").problem()).isEqualTo("409 payment-voided");
        assertThat(provider.entries(id)).containsExactly("AUTHORIZED", "VOIDED");
    }

    @Test
    void aVoidOfAnUnknownIdRefusesTheAuthorizationThatComesLate() {
        var answer = payments.cancel(id);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("VOIDED");
        assertThat(payments.find(id).content()).isEqualTo(answer.content());
        assertThat(payments.authorize(id, 500, "tok_approve").problem()).isEqualTo("409 payment-voided");
        assertThat(payments.capture(id).problem()).isEqualTo("409 payment-voided");
        assertThat(stranger.authorize(id, 500, "tok_approve").problem()).isEqualTo("404 payment-not-found");
        assertThat(provider.entries(id)).isEmpty();
    }

    @Test
    void noTokenReachesTheLog() {
        payments.authorize(id, 500, "tok_of_nobody_else");
        payments.authorizeImpatiently(UuidV7.next(), 500, "EUR", "tok_no_answer");
        payments.authorize(UuidV7.next(), -1, "tok_of_nobody_else");

        assertThat(server.server().console()).content().doesNotContain("tok_");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(payments.find(id).problem()).isEqualTo("404 payment-not-found");
        assertThat(payments.capture(id).problem()).isEqualTo("404 payment-not-found");
    }
}
