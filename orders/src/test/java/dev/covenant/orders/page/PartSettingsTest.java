package dev.covenant.orders.page;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PartSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "9, 1000, 2000, 1, wait-ms",
        "60001, 1000, 2000, 1, wait-ms",
        "500, 0, 2000, 1, fresh-ms",
        "500, 2001, 2000, 1, fresh-ms",
        "500, 1000, 2592000001, 1, stale-ms",
        "500, 1000, 2000, 0, most",
    })
    void makeSense(long patience, long fresh, long stale, int most, String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PartSettings(
                        Duration.ofMillis(patience), Duration.ofMillis(fresh), Duration.ofMillis(stale), most))
                .withMessageStartingWith(wrong + " must be from ");
    }
}
