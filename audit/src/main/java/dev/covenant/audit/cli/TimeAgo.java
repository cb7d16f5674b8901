package dev.covenant.audit.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as people give it: how long ago, or when. */
final class TimeAgo implements ITypeConverter<Instant> {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

    private final Clock clock;

    TimeAgo() {
        this(Clock.systemUTC());
    }

    TimeAgo(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant convert(String text) {
        var ago = AGO.matcher(text);
        return ago.matches() ? clock.instant().minus(duration(Long.parseLong(ago.group(1)), ago.group(2))) : time(text);
    }

    private static Duration duration(long count, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'%s' is no time: give 90s, 30m, 2h, 7d, or 2026-01-31T12:00:00Z".formatted(text));
        }
    }
}
