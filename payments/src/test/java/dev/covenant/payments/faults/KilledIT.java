package dev.covenant.payments.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.faults.FaultProxy;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.Answer;
import dev.covenant.payments.testing.Eventually;
import dev.covenant.payments.testing.PaymentRows;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderBooks;
import dev.covenant.payments.testing.ProviderCall;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One server, killed (SIGKILL) when payments stand at every gap between it and the provider at once: asked and not heard, heard and
 * not answered, answered and not written. Started again, it brings each to its end, and the provider has done each thing once.
 */
@RealServer(setup = ProviderSetup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private final UUID authorizeUnasked = UuidV7.next();
    private final UUID authorizeUnheard = UuidV7.next();
    private final UUID declineUnheard = UuidV7.next();
    private final UUID captureUnasked = UuidV7.next();
    private final UUID captureUnheard = UuidV7.next();
    private final UUID captureRefusalUnheard = UuidV7.next();
    private final UUID captureUnwritten = UuidV7.next();
    private final UUID voidUnasked = UuidV7.next();
    private final UUID voidUnheard = UuidV7.next();
    private final UUID voidOfPendingUnheard = UuidV7.next();
    private final UUID refundUnasked = UuidV7.next();
    private final UUID refundUnheard = UuidV7.next();
    private final UUID refundFailureUnheard = UuidV7.next();
    private final UUID refund = UuidV7.next();
    private final UUID otherRefund = UuidV7.next();
    private final UUID failingRefund = UuidV7.next();

    private final ServerUnderTest server;
    private final PaymentsUnderTest payments;
    private final PaymentRows rows;
    private final ProviderBooks books;
    private final FaultProxy proxy;

    KilledIT(ServerUnderTest server) {
        this.server = server;
        payments = PaymentsUnderTest.as("orders", server);
        rows = PaymentRows.of(server);
        books = ProviderBooks.of(server);
        proxy = server.setup(ProviderSetup.class).proxy();
    }

    @BeforeAll
    void killedInTheMiddleOfEverything() {
        makeReady();
        var held = List.of(
                proxy.holdRequest(ProviderCall.authorize(authorizeUnasked)),
                proxy.holdAnswer(ProviderCall.authorize(authorizeUnheard)),
                proxy.holdAnswer(ProviderCall.authorize(declineUnheard)),
                proxy.holdRequest(ProviderCall.capture(captureUnasked)),
                proxy.holdAnswer(ProviderCall.capture(captureUnheard)),
                proxy.holdAnswer(ProviderCall.capture(captureRefusalUnheard)),
                proxy.holdRequest(ProviderCall.cancel(voidUnasked)),
                proxy.holdAnswer(ProviderCall.cancel(voidUnheard)),
                proxy.holdAnswer(ProviderCall.authorize(voidOfPendingUnheard)),
                proxy.holdRequest(ProviderCall.refund(refundUnasked, refund)),
                proxy.holdAnswer(ProviderCall.refund(refundUnheard, otherRefund)),
                proxy.holdAnswer(ProviderCall.refund(refundFailureUnheard, failingRefund)));
        var toBeWritten = proxy.holdAnswer(ProviderCall.capture(captureUnwritten));
        var settlersVoid = proxy.holdAnswer(ProviderCall.cancel(voidOfPendingUnheard));
        send();
        held.forEach(message -> message.awaitHeld(LIMIT));
        toBeWritten.awaitHeld(LIMIT);
        whileNobodyCanWrite(captureUnwritten, () -> {
            toBeWritten.release();
            Eventually.holds("the answer is about to be written", rows::somebodyWaits);
            payments.cancel(voidOfPendingUnheard);
            settlersVoid.awaitHeld(LIMIT);
            server.server().process().kill();
        });
        assertThat(books.entries(authorizeUnasked)).isEmpty();
        assertThat(books.entries(captureUnheard)).containsExactly("AUTHORIZED", "CAPTURED");

        server.server().start().awaitReady();
    }

    @Test
    void anAuthorizationThatTheProviderNeverHeardOfIsSentAgain() {
        awaitEnd(authorizeUnasked, "AUTHORIZED", "authorize");
        assertThat(books.entries(authorizeUnasked)).containsExactly("AUTHORIZED");
    }

    @Test
    void anApprovalThatWasNotHeardIsFound() {
        awaitEnd(authorizeUnheard, "AUTHORIZED", "authorize");
        assertThat(books.entries(authorizeUnheard)).containsExactly("AUTHORIZED");
        assertThat(rows.keepsToken(authorizeUnheard)).isFalse();
    }

    @Test
    void aDeclineThatWasNotHeardIsFound() {
        awaitEnd(declineUnheard, "DECLINED");
        assertThat(books.entries(declineUnheard)).containsExactly("DECLINED");
    }

    @Test
    void aCaptureThatTheProviderNeverHeardOfIsSentAgain() {
        awaitEnd(captureUnasked, "CAPTURED", "authorize", "capture");
        assertThat(books.entries(captureUnasked)).containsExactly("AUTHORIZED", "CAPTURED");
    }

    @Test
    void aCaptureThatWasNotHeardIsFound() {
        awaitEnd(captureUnheard, "CAPTURED", "authorize", "capture");
        assertThat(books.entries(captureUnheard)).containsExactly("AUTHORIZED", "CAPTURED");
    }

    @Test
    void aCaptureThatWasAboutToBeWrittenIsWrittenOnce() {
        awaitEnd(captureUnwritten, "CAPTURED", "authorize", "capture");
        assertThat(books.entries(captureUnwritten)).containsExactly("AUTHORIZED", "CAPTURED");
    }

    @Test
    void aRefusedCaptureThatWasNotHeardIsFound() {
        awaitEnd(captureRefusalUnheard, "CAPTURE_REFUSED", "authorize", "capture-refused");
        assertThat(books.entries(captureRefusalUnheard)).containsExactly("AUTHORIZED", "CAPTURE_REFUSED");
    }

    @Test
    void aVoidThatTheProviderNeverHeardOfIsSentAgain() {
        awaitEnd(voidUnasked, "VOIDED", "authorize", "void");
        assertThat(books.entries(voidUnasked)).containsExactly("AUTHORIZED", "VOIDED");
    }

    @Test
    void aVoidThatWasNotHeardIsFound() {
        awaitEnd(voidUnheard, "VOIDED", "authorize", "void");
        assertThat(books.entries(voidUnheard)).containsExactly("AUTHORIZED", "VOIDED");
    }

    /** Here it was the settler that was killed. The ledger never heard of an authorization. */
    @Test
    void aVoidOfWhatNobodyHadHeardOfIsFound() {
        awaitEnd(voidOfPendingUnheard, "VOIDED");
        assertThat(books.entries(voidOfPendingUnheard)).containsExactly("AUTHORIZED", "VOIDED");
    }

    @Test
    void aRefundThatTheProviderNeverHeardOfIsSentAgain() {
        awaitRefund(refundUnasked, refund, "SUCCEEDED");
        assertThat(books.entries(refundUnasked)).containsExactly("AUTHORIZED", "CAPTURED", "REFUND_SUCCEEDED");
        assertThat(rows.journals(refundUnasked)).hasSize(3).endsWith(refund + ":refund");
    }

    @Test
    void aRefundThatWasNotHeardIsFound() {
        awaitRefund(refundUnheard, otherRefund, "SUCCEEDED");
        assertThat(books.entries(refundUnheard)).containsExactly("AUTHORIZED", "CAPTURED", "REFUND_SUCCEEDED");
        assertThat(rows.journals(refundUnheard)).hasSize(3).endsWith(otherRefund + ":refund");
    }

    @Test
    void aFailedRefundThatWasNotHeardLeavesItsAmount() {
        awaitRefund(refundFailureUnheard, failingRefund, "FAILED");
        assertThat(books.entries(refundFailureUnheard)).containsExactly("AUTHORIZED", "CAPTURED", "REFUND_FAILED");
        assertThat(rows.journals(refundFailureUnheard)).hasSize(2);
        assertThat(payments.find(refundFailureUnheard).number("refunded")).isZero();
    }

    private void makeReady() {
        List.of(captureUnasked, captureUnheard, captureUnwritten, voidUnasked, voidUnheard)
                .forEach(id -> payments.authorize(id, 700, "tok_approve"));
        payments.authorize(captureRefusalUnheard, 700, "tok_refuse_capture");
        List.of(refundUnasked, refundUnheard).forEach(id -> captured(id, "tok_approve"));
        captured(refundFailureUnheard, "tok_refuse_refund");
    }

    private void captured(UUID id, String token) {
        payments.authorize(id, 700, token);
        payments.capture(id);
    }

    /** Without waiting for answers that will not come. */
    private void send() {
        List.of(authorizeUnasked, authorizeUnheard, voidOfPendingUnheard)
                .forEach(id -> begin(() -> payments.authorize(id, 700, "tok_approve")));
        begin(() -> payments.authorize(declineUnheard, 700, "tok_decline_card_expired"));
        List.of(captureUnasked, captureUnheard, captureRefusalUnheard, captureUnwritten)
                .forEach(id -> begin(() -> payments.capture(id)));
        List.of(voidUnasked, voidUnheard).forEach(id -> begin(() -> payments.cancel(id)));
        begin(() -> payments.refund(refundUnasked, refund, 300));
        begin(() -> payments.refund(refundUnheard, otherRefund, 300));
        begin(() -> payments.refund(refundFailureUnheard, failingRefund, 300));
    }

    private static void begin(Supplier<Answer> command) {
        Thread.ofVirtual().start(() -> {
            try {
                command.get();
            } catch (UncheckedIOException killed) {
                // As it must be: nobody is left to answer.
            }
        });
    }

    private void whileNobodyCanWrite(UUID payment, Runnable action) {
        Jdbi.create(server.owner()).useTransaction(handle -> {
            handle.execute("SELECT FROM payment WHERE payment_id = ? FOR UPDATE", payment);
            action.run();
        });
    }

    private void awaitEnd(UUID id, String state, String... operations) {
        Eventually.holds(
                "the payment is " + state, () -> payments.stateOf(id).equals(state) && rows.openAttempts(id) == 0);
        assertThat(rows.journals(id))
                .containsExactlyElementsOf(List.of(operations).stream()
                        .map(operation -> id + ":" + operation)
                        .toList());
    }

    private void awaitRefund(UUID id, UUID refundId, String state) {
        Eventually.holds("nothing is open", () -> rows.openAttempts(id) == 0);
        assertThat(payments.refund(id, refundId, 300).text("state")).isEqualTo(state);
    }
}
