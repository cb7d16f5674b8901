package dev.covenant.chassis.superseded;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MultivaluedMap;

/**
 * When something was superseded and when it may go, for machines: Deprecation (RFC 9745), Sunset (RFC 8594), Link (RFC 8288). Its
 * successor is in the next version, at the same path otherwise.
 */
record Announcement(Instant since, Instant sunset, String documentation) {
    /** RFC 9110, 5.6.7: two digits for the day, which Java's RFC_1123_DATE_TIME has not always. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final Pattern VERSION = Pattern.compile("/v(\\d+)/");

    /** @throws IllegalArgumentException when it would go before it is superseded */
    Announcement {
        if (sunset.isBefore(since)) {
            throw new IllegalArgumentException("sunset (%s) must not be before since (%s)".formatted(sunset, since));
        }
    }

    /** @param path of the request, as it came */
    void put(MultivaluedMap<String, Object> headers, String path) {
        headers.putSingle("Deprecation", "@" + since.getEpochSecond());
        headers.putSingle("Sunset", HTTP_DATE.format(sunset.atOffset(ZoneOffset.UTC)));
        headers.add("Link", "<%s>; rel=\"successor-version\"".formatted(successor(path)));
        headers.add("Link", "<%s>; rel=\"deprecation\"".formatted(documentation));
    }

    private static String successor(String path) {
        return VERSION.matcher(path).replaceFirst(version -> "/v%d/".formatted(Integer.parseInt(version.group(1)) + 1));
    }
}
