package dev.covenant.registry.api.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time as people read it.
 *
 * @param iso for machines, to the second
 * @param exact in UTC, to the minute
 * @param ago such as "3 hours ago"
 */
public record Moment(String iso, String exact, String ago) {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static Moment of(Instant time, Instant now) {
        return new Moment(
                time.truncatedTo(ChronoUnit.SECONDS).toString(), EXACT.format(time), ago(Duration.between(time, now)));
    }

    private static String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return count(age.toMinutes(), "minute");
        }
        if (age.toDays() < 1) {
            return count(age.toHours(), "hour");
        }
        return age.toDays() < 60 ? count(age.toDays(), "day") : count(age.toDays() / 30, "month");
    }

    private static String count(long number, String unit) {
        return "%d %s%s ago".formatted(number, unit, number == 1 ? "" : "s");
    }
}
