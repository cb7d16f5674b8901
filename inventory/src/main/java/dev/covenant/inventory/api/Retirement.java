package dev.covenant.inventory.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When version 1 of stock was superseded and when it may go, for machines: Deprecation (RFC 9745), Sunset (RFC 8594), Link (RFC 8288). */
@ApplicationScoped
public class Retirement {
    /** RFC 9110, 5.6.7: two digits for the day, which Java's RFC_1123_DATE_TIME has not always. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Instant since;
    private final Instant until;
    private final String documentation;

    /** @throws IllegalArgumentException when it would go before it is superseded */
    @Inject
    Retirement(
            @ConfigProperty(name = "inventory.stock-v1.superseded-since") Instant since,
            @ConfigProperty(name = "inventory.stock-v1.sunset") Instant until,
            @ConfigProperty(name = "inventory.stock-v1.documentation") String documentation) {
        if (until.isBefore(since)) {
            throw new IllegalArgumentException(
                    "inventory.stock-v1.sunset (%s) must not be before superseded-since (%s)".formatted(until, since));
        }
        this.since = since;
        this.until = until;
        this.documentation = documentation;
    }

    Instant until() {
        return until;
    }

    /** @param path of the request, as it came */
    void announce(MultivaluedMap<String, Object> headers, String path) {
        headers.putSingle("Deprecation", "@" + since.getEpochSecond());
        headers.putSingle("Sunset", HTTP_DATE.format(until.atOffset(ZoneOffset.UTC)));
        headers.add("Link", "<%s>; rel=\"successor-version\"".formatted(path.replaceFirst("/v1/", "/v2/")));
        headers.add("Link", "<%s>; rel=\"deprecation\"".formatted(documentation));
    }
}
