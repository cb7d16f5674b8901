package dev.covenant.payments.faults;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.faults.HeldMessage;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.Answer;
import dev.covenant.payments.testing.Eventually;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderBooks;
import dev.covenant.payments.testing.ProviderCall;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

/** A void that was accepted takes no money, ever: one that comes while a capture is under way waits for what becomes of it. */
@RealServer(setup = ProviderSetup.class)
class CaptureBeforeVoidIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private final UUID id = UuidV7.next();
    private final PaymentsUnderTest payments;
    private final ProviderBooks books;
    private final ProviderSetup provider;

    CaptureBeforeVoidIT(ServerUnderTest server) {
        payments = PaymentsUnderTest.as("orders", server);
        books = ProviderBooks.of(server);
        provider = server.setup(ProviderSetup.class);
    }

    @AfterEach
    void theProviderIsThere() {
        provider.comeBack();
    }

    @Test
    void aVoidIsRefusedWhenTheCaptureHasWon() {
        payments.authorize(id, 700, "tok_approve");
        var captured = provider.proxy().holdAnswer(ProviderCall.capture(id));
        var capture = captureWhile(captured);

        var answer = payments.cancel(id);

        assertThat(answer.problem()).isEqualTo("409 payment-captured");
        captured.release();
        assertThat(capture.join().text("state")).isEqualTo("CAPTURED");
        assertThat(books.entries(id)).containsExactly("AUTHORIZED", "CAPTURED");
    }

    @Test
    void aVoidIsNotAcceptedWhileNobodyKnowsWhetherTheMoneyWasTaken() {
        payments.authorize(id, 700, "tok_approve");
        var captured = provider.proxy().holdAnswer(ProviderCall.capture(id));
        var capture = captureWhile(captured);
        provider.goAway();

        var answer = payments.cancel(id);

        assertThat(answer.problem()).isEqualTo("503 provider-unavailable");
        assertThat(payments.stateOf(id)).isEqualTo("AUTHORIZED");
        captured.release();
        provider.comeBack();
        assertThat(capture.join().status()).isIn(200, 503);
        Eventually.holds("it is captured", () -> payments.stateOf(id).equals("CAPTURED"));
        assertThat(payments.cancel(id).problem()).isEqualTo("409 payment-captured");
    }

    @Test
    void aVoidIsAcceptedWhenTheCaptureWasRefused() {
        payments.authorize(id, 700, "tok_refuse_capture");
        var refused = provider.proxy().holdAnswer(ProviderCall.capture(id));
        var capture = captureWhile(refused);

        assertThat(payments.cancel(id).text("state")).isEqualTo("CAPTURE_REFUSED");

        refused.release();
        assertThat(capture.join().problem()).isEqualTo("409 capture-refused");
    }

    private CompletableFuture<Answer> captureWhile(HeldMessage held) {
        var capture = CompletableFuture.supplyAsync(() -> payments.capture(id));
        held.awaitHeld(LIMIT);
        return capture;
    }
}
