package dev.covenant.payments.api.v1;

import java.util.UUID;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderBooks;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = ProviderSetup.class)
class RefundIT {
    private final UUID refundId = UuidV7.next();
    private final ServerUnderTest server;
    private final PaymentsUnderTest payments;
    private final PaymentsUnderTest stranger;
    private final PaymentsUnderTest finance;
    private final ProviderBooks provider;

    RefundIT(ServerUnderTest server) {
        this.server = server;
        payments = PaymentsUnderTest.as("orders", server);
        stranger = PaymentsUnderTest.as("somebody", server);
        finance = PaymentsUnderTest.asFinance("fay", server);
        provider = ProviderBooks.of(server);
    }

    @Test
    void paysAPartBackOnce() {
        var id = payments.captured(1000, "tok_approve");

        var answer = payments.refund(id, refundId, 300);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("refundId")).isEqualTo(refundId.toString());
        assertThat(answer.text("paymentId")).isEqualTo(id.toString());
        assertThat(answer.text("state")).isEqualTo("SUCCEEDED");
        assertThat(answer.number("amount")).isEqualTo(300);
        assertThat(payments.refund(id, refundId, 300).content()).isEqualTo(answer.content());
        assertThat(payments.find(id).number("refunded")).isEqualTo(300);
        assertThat(provider.entries(id)).containsExactly("AUTHORIZED", "CAPTURED", "REFUND_SUCCEEDED");
    }

    @Test
    void withoutAnAmountAllThatRemainsIsFixedAtFirst() {
        var id = payments.captured(1000, "tok_approve");
        payments.refund(id, UuidV7.next(), 300);

        var answer = payments.refundAll(id, refundId);

        assertThat(answer.number("amount")).isEqualTo(700);
        assertThat(payments.refundAll(id, refundId).content()).isEqualTo(answer.content());
        assertThat(payments.find(id).number("refunded")).isEqualTo(1000);
    }

    @Test
    void moreThanRemainsIsRefusedAndStaysRefused() {
        var id = payments.captured(1000, "tok_approve");
        payments.refund(id, UuidV7.next(), 300);

        assertThat(payments.refund(id, refundId, 701).problem()).isEqualTo("409 refund-exceeds-captured");
        assertThat(payments.refund(id, refundId, 701).problem()).isEqualTo("409 refund-exceeds-captured");
        assertThat(payments.find(id).number("refunded")).isEqualTo(300);
    }

    @Test
    void allOfNothingLeftIsRefused() {
        var id = payments.captured(1000, "tok_approve");
        payments.refundAll(id, UuidV7.next());

        assertThat(payments.refundAll(id, refundId).problem()).isEqualTo("409 refund-exceeds-captured");
    }

    @Test
    void aRefundThatTheProviderRefusesIsFailedAndItsAmountIsLeft() {
        var id = payments.captured(1000, "tok_refuse_refund");

        var answer = payments.refund(id, refundId, 300);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("FAILED");
        assertThat(answer.text("reason")).isEqualTo("refused_by_provider");
        assertThat(payments.refund(id, refundId, 300).content()).isEqualTo(answer.content());
        assertThat(payments.find(id).number("refunded")).isZero();
    }

    @Test
    void whatIsNotCapturedIsNotRefundedYet() {
        var id = UuidV7.next();
        payments.authorize(id, 1000, "tok_approve");
        assertThat(payments.refundAll(id, refundId).problem()).isEqualTo("409 payment-not-captured");

        payments.capture(id);

        assertThat(payments.refundAll(id, refundId).number("amount")).isEqualTo(1000);
    }

    @Test
    void theSameIdWithAnotherBodyIsRefused() {
        var id = payments.captured(1000, "tok_approve");
        payments.refund(id, refundId, 300);

        assertThat(payments.refund(id, refundId, 301).problem()).isEqualTo("422 id-reused");
        assertThat(payments.refundAll(id, refundId).problem()).isEqualTo("422 id-reused");
    }

    @Test
    void anIdBelongsToItsPaymentAndItsClient() {
        var id = payments.captured(1000, "tok_approve");
        var other = payments.captured(1000, "tok_approve");
        payments.refund(id, refundId, 300);

        assertThat(payments.refund(other, refundId, 300).problem()).isEqualTo("404 payment-not-found");
        assertThat(stranger.refund(id, refundId, 300).problem()).isEqualTo("404 payment-not-found");
        assertThat(payments.refund(UuidV7.next(), UuidV7.next(), 300).problem()).isEqualTo("404 payment-not-found");
        assertThat(payments.find(other).number("refunded")).isZero();
    }

    @Test
    void financeRefundsAPaymentThatAServiceMade() {
        var id = payments.captured(1000, "tok_approve");
        payments.refund(id, UuidV7.next(), 300);

        var answer = finance.refundAll(id, refundId);

        assertThat(answer.number("amount")).isEqualTo(700);
        assertThat(finance.refundAll(id, refundId).content()).isEqualTo(answer.content());
        assertThat(finance.find(id).number("refunded")).isEqualTo(1000);
        assertThat(provider.entries(id))
                .containsExactly("AUTHORIZED", "CAPTURED", "REFUND_SUCCEEDED", "REFUND_SUCCEEDED");
    }

    @Test
    void aRefundsIdBelongsToWhoeverUsedItFirst() {
        var id = payments.captured(1000, "tok_approve");
        finance.refund(id, refundId, 300);

        assertThat(payments.refund(id, refundId, 300).problem()).isEqualTo("404 payment-not-found");
        assertThat(payments.find(id).number("refunded")).isEqualTo(300);
    }

    @Test
    void aRefundFromBeforeRefundsHadAnOwnerIsThePaymentsClients() {
        var id = payments.captured(1000, "tok_approve");
        var answer = payments.refund(id, refundId, 300);
        forgetWhoRefunded();

        assertThat(payments.refund(id, refundId, 300).content()).isEqualTo(answer.content());
        assertThat(finance.refund(id, refundId, 300).problem()).isEqualTo("404 payment-not-found");
    }

    private void forgetWhoRefunded() {
        Jdbi.create(server.owner())
                .useHandle(handle -> handle.execute("UPDATE refund SET client = NULL WHERE refund_id = ?", refundId));
    }
}
