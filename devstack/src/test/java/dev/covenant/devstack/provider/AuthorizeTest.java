package dev.covenant.devstack.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.covenant.devstack.provider.ProviderClient.newId;
import static org.assertj.core.api.Assertions.assertThat;

class AuthorizeTest {

    @RegisterExtension
    static final RunningProvider PROVIDER = new RunningProvider();

    private final ProviderClient client = PROVIDER.client();

    @ParameterizedTest
    @ValueSource(strings = {"tok_approve", "tok_slow_1", "tok_refuse_capture", "tok_refuse_refund"})
    void anApprovingTokenIsAuthorized(String token) {
        String id = newId();

        var answer = client.authorize(id, 1234, token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .hasToString("{\"id\":\"" + id + "\",\"state\":\"AUTHORIZED\",\"amount\":1234,\"currency\":\"EUR\","
                        + "\"captured\":0,\"refunded\":0}");
    }

    @ParameterizedTest
    @CsvSource({
        "tok_decline_insufficient_funds, insufficient_funds",
        "tok_decline_card_expired,       card_expired",
        "tok_decline_suspected_fraud,    suspected_fraud",
        "tok_of_another_provider,        unknown_token"
    })
    void aDecliningTokenIsDeclinedWithItsReason(String token, String reason) {
        var answer = client.authorize(newId(), 1234, token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("DECLINED");
        assertThat(answer.text("declineReason")).isEqualTo(reason);
    }

    @Test
    void theSameRequestGetsTheFirstAnswerWhateverHappenedSince() {
        String id = newId();
        var first = client.authorize(id, 500, "tok_approve");
        client.capture(id);
        client.refund(id, newId(), 100);

        assertThat(client.authorize(id, 500, "tok_approve")).isEqualTo(first);
        assertThat(client.find(id).text("state")).isEqualTo("CAPTURED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'amount': 501, 'currency': 'EUR', 'token': 'tok_approve'}",
                "{'amount': 500, 'currency': 'USD', 'token': 'tok_approve'}",
                "{'amount': 500, 'currency': 'EUR', 'token': 'tok_refuse_refund'}",
                "{'amount': 500, 'currency': 'EUR', 'token': 'tok_no_answer'}"
            })
    void theSameIdWithOtherContentIsRefusedAtOnce(String other) {
        String id = newId();
        client.authorize(id, 500, "tok_approve");

        var answer = client.send("PUT", "/charges/" + id, other.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("error")).isEqualTo("id-reused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"currency": "EUR", "token": "t"}                              | amount must
                    {"amount": 0, "currency": "EUR", "token": "t"}                 | amount must
                    {"amount": -5, "currency": "EUR", "token": "t"}                | amount must
                    {"amount": 1.5, "currency": "EUR", "token": "t"}               | amount must
                    {"amount": "5", "currency": "EUR", "token": "t"}               | amount must
                    {"amount": 9223372036854775808, "currency": "EUR", "token": "t"} | amount must
                    {"amount": 5, "token": "t"}                                    | currency must
                    {"amount": 5, "currency": "eur", "token": "t"}                 | currency must
                    {"amount": 5, "currency": "QQQ", "token": "t"}                 | currency must
                    {"amount": 5, "currency": "EUR"}                               | token must
                    {"amount": 5, "currency": "EUR", "token": ""}                  | token must
                    {"amount": 5, "currency": "EUR", "token": "a\\u0000b"}         | token must
                    {"amount": 5, "currency": "EUR", "token": null}                | token must
                    []                                                             | the body must be a JSON object
                    {"amount": 5                                                   | the body is not valid JSON
                    {"amount": 5, "amount": 6, "currency": "EUR", "token": "t"}    | the body is not valid JSON
                    {} {}                                                          | the body is not valid JSON
                    """)
    void badInputIsNamedAndNotBooked(String body, String message) {
        String id = newId();

        var answer = client.send("PUT", "/charges/" + id, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).startsWith(message);
        assertThat(client.find(id).status()).isEqualTo(404);
    }

    @Test
    void anEmptyBodyIsBadInput() {
        assertThat(client.send("PUT", "/charges/" + newId(), "").status()).isEqualTo(400);
    }

    @Test
    void aBodyAboveTheLimitIsRefused() {
        String body = "{\"token\": \"" + "t".repeat(Request.LARGEST_BODY) + "\"}";

        assertThat(client.send("PUT", "/charges/" + newId(), body).status()).isEqualTo(413);
    }
}
