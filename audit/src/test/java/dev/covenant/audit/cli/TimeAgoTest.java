package dev.covenant.audit.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimeAgoTest {
    private final TimeAgo converter = new TimeAgo(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "90s, 2026-01-31T11:58:30Z",
        "30m, 2026-01-31T11:30:00Z",
        "2h, 2026-01-31T10:00:00Z",
        "7d, 2026-01-24T12:00:00Z"
    })
    void understandsHowLongAgo(String text, Instant time) {
        assertThat(converter.convert(text)).isEqualTo(time);
    }

    @Test
    void understandsWhen() {
        assertThat(converter.convert("2026-01-30T08:15:00Z")).isEqualTo(Instant.parse("2026-01-30T08:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2", "-2h", "2026-01-30", "9999999d"})
    void saysWhatItUnderstands(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("2h");
    }
}
