package dev.covenant.devstack.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.covenant.devstack.provider.ProviderClient.newId;
import static org.assertj.core.api.Assertions.assertThat;

class SettleTest {

    @RegisterExtension
    static final RunningProvider PROVIDER = new RunningProvider();

    private final ProviderClient client = PROVIDER.client();

    @Test
    void captureTakesTheWholeAmountOnce() throws Exception {
        String id = authorized("tok_approve");

        var first = client.capture(id);

        assertThat(first.text("state")).isEqualTo("CAPTURED");
        assertThat(first.number("captured")).isEqualTo(500);
        assertThat(client.capture(id)).isEqualTo(first);
        assertThat(entries(id)).isEqualTo(2);
    }

    @Test
    void voidClosesTheAuthorizationOnce() throws Exception {
        String id = authorized("tok_approve");

        var first = client.cancel(id);

        assertThat(first.text("state")).isEqualTo("VOIDED");
        assertThat(client.cancel(id)).isEqualTo(first);
        assertThat(entries(id)).isEqualTo(2);
    }

    @Test
    void aVoidedChargeIsNotCaptured() {
        String id = authorized("tok_approve");
        client.cancel(id);

        var answer = client.capture(id);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("error")).isEqualTo("charge-voided");
        assertThat(client.find(id).number("captured")).isZero();
    }

    @Test
    void aCapturedChargeIsNotVoided() {
        String id = client.captured(500, "tok_approve");

        var answer = client.cancel(id);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("error")).isEqualTo("charge-captured");
    }

    @Test
    void aDeclinedChargeIsNeitherCapturedNorVoided() {
        String id = authorized("tok_decline_card_expired");

        assertThat(client.capture(id).text("error")).isEqualTo("charge-declined");
        assertThat(client.cancel(id).text("error")).isEqualTo("charge-declined");
    }

    @Test
    void aCaptureRefusedForGoodStaysRefused() {
        String id = authorized("tok_refuse_capture");

        var first = client.capture(id);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("state")).isEqualTo("CAPTURE_REFUSED");
        assertThat(first.number("captured")).isZero();
        assertThat(client.capture(id)).isEqualTo(first);
        assertThat(client.cancel(id).text("error")).isEqualTo("charge-capture-refused");
    }

    @Test
    void nothingIsKnownOfAChargeThatWasNeverAuthorized() {
        String id = newId();

        assertThat(client.capture(id).status()).isEqualTo(404);
        assertThat(client.cancel(id).status()).isEqualTo(404);
        assertThat(client.find(id).status()).isEqualTo(404);
        assertThat(client.refund(id, newId(), 1).status()).isEqualTo(404);
    }

    private String authorized(String token) {
        String id = newId();
        client.authorize(id, 500, token);
        return id;
    }

    private static long entries(String id) throws Exception {
        return PROVIDER.count("SELECT count(*) FROM entry WHERE charge_id = '" + id + "'");
    }
}
