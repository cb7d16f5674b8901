package dev.covenant.devstack.provider;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TestTokenTest {

    @Test
    void plainTokensStandForThemselves() {
        assertThat(TestToken.of("tok_approve")).isEqualTo(new TestToken.Approve());
        assertThat(TestToken.of("tok_no_answer")).isEqualTo(new TestToken.NoAnswer());
        assertThat(TestToken.of("tok_refuse_capture")).isEqualTo(new TestToken.RefuseCapture());
        assertThat(TestToken.of("tok_refuse_refund")).isEqualTo(new TestToken.RefuseRefund());
    }

    @ParameterizedTest
    @ValueSource(strings = {"insufficient_funds", "card_expired", "suspected_fraud"})
    void aDeclineCarriesItsReason(String reason) {
        assertThat(TestToken.of("tok_decline_" + reason)).isEqualTo(new TestToken.Decline(reason));
    }

    @Test
    void aSlowTokenCarriesItsDelay() {
        assertThat(TestToken.of("tok_slow_0")).isEqualTo(new TestToken.Slow(Duration.ZERO));
        assertThat(TestToken.of("tok_slow_60000")).isEqualTo(new TestToken.Slow(Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "tok_",
                "tok_approve ",
                "TOK_APPROVE",
                "tok_decline_",
                "tok_decline_bad_mood",
                "tok_slow_",
                "tok_slow_-1",
                "tok_slow_soon",
                "tok_slow_60001",
                "tok_slow_99999999999"
            })
    void anyOtherTokenIsDeclinedAsUnknown(String token) {
        assertThat(TestToken.of(token)).isEqualTo(new TestToken.Decline("unknown_token"));
    }
}
