package dev.covenant.payments.provider;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AttemptTimingTest {
    @Test
    void aLeaseIsLongerThanEveryWait() {
        assertThat(timing("PT5.001S", "PT5S", "PT1.5S").leaseMillis()).isEqualTo(5001);
    }

    @ParameterizedTest
    @CsvSource({"PT5S, PT5S, PT1.5S", "PT1S, PT5S, PT0.5S", "PT10S, PT5S, PT10S"})
    void aLeaseThatEndsBeforeTheWaitIsRefused(String lease, String settlerLimit, String requestLimit) {
        assertThatThrownBy(() -> timing(lease, settlerLimit, requestLimit))
                .hasMessage(
                        "settler.lease (%s) must be longer than settler.answer-limit (%s) and provider.answer-limit (%s)",
                        lease, settlerLimit, requestLimit);
    }

    private static AttemptTiming timing(String lease, String settlerLimit, String requestLimit) {
        return new AttemptTiming(
                Duration.parse(lease),
                Duration.ofMillis(250),
                Duration.ofSeconds(5),
                Duration.parse(settlerLimit),
                Duration.parse(requestLimit));
    }
}
