package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SagaSettingsTest {
    private final SagaSettings settings = new SagaSettings(300, 60, 15, 100, 5_000, 8, 250);

    @ParameterizedTest
    @CsvSource({
        "0, 100",
        "1, 200",
        "2, 400",
        "5, 3200",
        "6, 5000",
        "7, 5000",
        "63, 5000",
        "64, 5000",
        "2147483647, 5000"
    })
    void waitsTwiceAsLongAfterEachFailureUpToTheCap(int failures, long full) {
        assertThat(waits(failures))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full)));
    }

    @Test
    void spreadsTheWaits() {
        assertThat(waits(6).distinct().count()).isGreaterThan(100);
    }

    @Test
    void holdsStockLongerThanASagaMayTake() {
        assertThat(settings.hold()).isEqualTo(Duration.ofSeconds(360)).isGreaterThan(settings.deadline());
    }

    private Stream<Duration> waits(int failures) {
        return Stream.generate(() -> settings.backoff(failures)).limit(1_000);
    }
}
