package dev.covenant.payments.api.v1;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.Eventually;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderBooks;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = ProviderSetup.class)
class ParallelRequestsIT {
    private static final int TIMES = 20;

    private final UUID id = UuidV7.next();
    private final PaymentsUnderTest payments;
    private final ProviderBooks provider;

    ParallelRequestsIT(ServerUnderTest server) {
        payments = PaymentsUnderTest.as("orders", server);
        provider = ProviderBooks.of(server);
    }

    @Test
    void theSameAuthorizationAtOnceIsChargedOnce() {
        var answers = AtOnce.call(TIMES, _ -> payments.authorize(id, 900, "tok_approve"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.text("state")).isIn("AUTHORIZED", "PENDING");
        });
        Eventually.holds("it is authorized", () -> payments.stateOf(id).equals("AUTHORIZED"));
        assertThat(provider.entries(id)).containsExactly("AUTHORIZED");
    }

    @Test
    void theSameCaptureAtOnceTakesTheMoneyOnce() {
        payments.authorize(id, 900, "tok_approve");

        var answers = AtOnce.call(TIMES, _ -> payments.capture(id));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 503));
        Eventually.holds("it is captured", () -> payments.stateOf(id).equals("CAPTURED"));
        assertThat(provider.entries(id)).containsExactly("AUTHORIZED", "CAPTURED");
    }

    @Test
    void refundsAtOncePayOutNoMoreThanWasCaptured() {
        var paid = payments.captured(1000, "tok_approve");

        var answers = AtOnce.call(TIMES, _ -> payments.refund(paid, UuidV7.next(), 150));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(6);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("409 refund-exceeds-captured"));
        assertThat(payments.find(paid).number("refunded")).isEqualTo(900);
        Eventually.holds(
                "the provider has paid six", () -> provider.entries(paid).size() == 8);
    }

    @Test
    void theSameRefundAtOnceIsPaidOnce() {
        var paid = payments.captured(1000, "tok_approve");
        var refund = UuidV7.next();

        AtOnce.call(TIMES, _ -> payments.refundAll(paid, refund));

        Eventually.holds(
                "it has succeeded",
                () -> payments.refundAll(paid, refund).text("state").equals("SUCCEEDED"));
        assertThat(provider.entries(paid)).containsExactly("AUTHORIZED", "CAPTURED", "REFUND_SUCCEEDED");
    }

    @RepeatedTest(10)
    void captureAndVoidAtOnceEndInOneOfBothHereAndThere() {
        payments.authorize(id, 900, "tok_approve");

        AtOnce.call(4, number -> number % 2 == 0 ? payments.capture(id) : payments.cancel(id));

        Eventually.holds("it is settled", () -> !payments.stateOf(id).matches("AUTHORIZED|VOIDING"));
        assertThat(provider.entries(id)).containsExactly("AUTHORIZED", payments.stateOf(id));
    }

    @RepeatedTest(10)
    void authorizeAndVoidAtOnceLeaveNothingAuthorized() {
        AtOnce.call(4, number -> number % 2 == 0 ? payments.authorize(id, 900, "tok_approve") : payments.cancel(id));

        Eventually.holds("it is voided", () -> payments.stateOf(id).equals("VOIDED"));
        assertThat(provider.entries(id)).isIn(List.of(), List.of("AUTHORIZED", "VOIDED"));
    }
}
