package dev.covenant.payments.provider.http;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.payments.provider.ChargeAnswer;
import dev.covenant.payments.provider.RefundAnswer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class AnswersTest {
    private static final UUID REFUND = UuidV7.next();

    static Stream<Arguments> charges() {
        return Stream.of(
                arguments(200, "{\"state\":\"AUTHORIZED\",\"id\":\"x\",\"new\":1}", new ChargeAnswer.Authorized()),
                arguments(200, "{\"state\":\"DECLINED\",\"declineReason\":\"why\"}", new ChargeAnswer.Declined("why")),
                arguments(200, "{\"state\":\"DECLINED\"}", new ChargeAnswer.Declined("unspecified")),
                arguments(
                        200,
                        "{\"state\":\"DECLINED\",\"declineReason\":\" \"}",
                        new ChargeAnswer.Declined("unspecified")),
                arguments(
                        200,
                        "{\"state\":\"DECLINED\",\"declineReason\":\"%s\"}".formatted("x".repeat(201)),
                        new ChargeAnswer.Declined("x".repeat(200))),
                arguments(200, "{\"state\":\"CAPTURED\"}", new ChargeAnswer.Captured()),
                arguments(200, "{\"state\":\"CAPTURE_REFUSED\"}", new ChargeAnswer.CaptureRefused()),
                arguments(200, "{\"state\":\"VOIDED\"}", new ChargeAnswer.Voided()),
                arguments(404, "{\"error\":\"charge-unknown\"}", new ChargeAnswer.NeverSeen()),
                arguments(409, "{\"error\":\"charge-voided\"}", new ChargeAnswer.Voided()),
                arguments(409, "{\"error\":\"charge-captured\"}", new ChargeAnswer.Captured()),
                arguments(409, "{\"error\":\"charge-capture-refused\"}", new ChargeAnswer.CaptureRefused()));
    }

    @ParameterizedTest
    @MethodSource("charges")
    void readsHowTheChargeStands(int status, String body, ChargeAnswer expected) {
        assertThat(Answers.charge(reply(status, body))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"error\":\"not-found\"}",
                "404 | <html>no such route</html>",
                "404 | {}",
                "200 | {\"state\":\"REVIEW\"}",
                "200 | not json",
                "200 | {}",
                "202 | {\"state\":\"AUTHORIZED\"}",
                "400 | {\"error\":\"charge-unknown\"}",
                "422 | {\"error\":\"id-reused\"}",
                "500 | {\"state\":\"DECLINED\"}",
                "503 | {\"error\":\"books-unavailable\"}"
            })
    void takesNothingElseForAnAnswer(int status, String body) {
        assertThat(Answers.charge(reply(status, body))).isInstanceOf(ChargeAnswer.Unknown.class);
        assertThat(Answers.refund(reply(status, body))).isInstanceOf(RefundAnswer.Unknown.class);
        assertThat(Answers.refundIn(reply(status, body), REFUND)).isInstanceOf(RefundAnswer.Unknown.class);
    }

    @Test
    void noAnswerIsUnknown() {
        var silence = new Reply.NoAnswer("TimeoutException");

        assertThat(Answers.charge(silence)).isEqualTo(new ChargeAnswer.Unknown("no answer: TimeoutException"));
        assertThat(Answers.refund(silence)).isEqualTo(new RefundAnswer.Unknown("no answer: TimeoutException"));
    }

    @Test
    void readsARefund() {
        assertThat(Answers.refund(reply(200, "{\"state\":\"SUCCEEDED\"}"))).isEqualTo(new RefundAnswer.Succeeded());
        assertThat(Answers.refund(reply(200, "{\"state\":\"FAILED\",\"reason\":\"why\"}")))
                .isEqualTo(new RefundAnswer.Failed("why"));
    }

    @Test
    void findsARefundAmongThoseOfItsCharge() {
        var other = UuidV7.next();
        var body = "{\"state\":\"CAPTURED\",\"refunds\":[{\"id\":\"%s\",\"state\":\"SUCCEEDED\"},"
                + "{\"id\":\"%s\",\"state\":\"FAILED\",\"reason\":\"why\"}]}";
        var reply = reply(200, body.formatted(other, REFUND));

        assertThat(Answers.refundIn(reply, REFUND)).isEqualTo(new RefundAnswer.Failed("why"));
        assertThat(Answers.refundIn(reply, UuidV7.next())).isEqualTo(new RefundAnswer.NeverSeen());
    }

    private static Reply reply(int status, String body) {
        return new Reply.Answer(status, body.getBytes(StandardCharsets.UTF_8), 0);
    }
}
