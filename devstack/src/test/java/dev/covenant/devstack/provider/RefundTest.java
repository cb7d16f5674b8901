package dev.covenant.devstack.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.covenant.devstack.provider.ProviderClient.newId;
import static org.assertj.core.api.Assertions.assertThat;

class RefundTest {

    @RegisterExtension
    static final RunningProvider PROVIDER = new RunningProvider();

    private final ProviderClient client = PROVIDER.client();

    @Test
    void partialRefundsSucceedUntilNothingIsLeft() {
        String id = client.captured(100, "tok_approve");

        assertThat(client.refund(id, newId(), 60).text("state")).isEqualTo("SUCCEEDED");
        var tooMuch = client.refund(id, newId(), 41);
        assertThat(client.refund(id, newId(), 40).text("state")).isEqualTo("SUCCEEDED");

        assertThat(tooMuch.status()).isEqualTo(200);
        assertThat(tooMuch.text("state")).isEqualTo("FAILED");
        assertThat(tooMuch.text("reason")).isEqualTo("exceeds_captured");
        assertThat(client.find(id).number("refunded")).isEqualTo(100);
    }

    @Test
    void theSameRefundIsPaidOnce() {
        String id = client.captured(100, "tok_approve");
        String refundId = newId();

        var first = client.refund(id, refundId, 60);

        assertThat(client.refund(id, refundId, 60)).isEqualTo(first);
        assertThat(client.find(id).number("refunded")).isEqualTo(60);
    }

    @Test
    void theSameRefundIdWithAnotherAmountIsRefused() {
        String id = client.captured(100, "tok_approve");
        String refundId = newId();
        client.refund(id, refundId, 60);

        assertThat(client.refund(id, refundId, 10).status()).isEqualTo(422);
    }

    @Test
    void aFailedRefundStaysFailed() {
        String id = newId();
        String refundId = newId();
        client.authorize(id, 100, "tok_approve");

        var beforeCapture = client.refund(id, refundId, 50);
        client.capture(id);

        assertThat(beforeCapture.text("state")).isEqualTo("FAILED");
        assertThat(client.refund(id, refundId, 50)).isEqualTo(beforeCapture);
        assertThat(client.find(id).number("refunded")).isZero();
    }

    @Test
    void aTokenCanRefuseRefunds() {
        String id = client.captured(100, "tok_refuse_refund");

        var answer = client.refund(id, newId(), 10);

        assertThat(answer.text("state")).isEqualTo("FAILED");
        assertThat(answer.text("reason")).isEqualTo("refused_by_provider");
    }

    @Test
    void findShowsTheRefundsOfACharge() {
        String id = client.captured(100, "tok_approve");
        var paid = client.refund(id, "a", 60);
        var failed = client.refund(id, "b", 60);
        client.captured(100, "tok_approve");

        assertThat(client.find(id).body().path("refunds").values()).containsExactly(paid.body(), failed.body());
    }

    @Test
    void badInputIsNamed() {
        String path = "/charges/" + client.captured(100, "tok_approve") + "/refunds/";

        assertThat(client.send("PUT", path + newId(), "{}").text("message")).startsWith("amount must");
        assertThat(client.send("PUT", path + "no.dots", "{\"amount\": 1}").text("message"))
                .startsWith("refundId must");
    }
}
