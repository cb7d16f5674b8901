package dev.covenant.inventory.api.v1;

import java.time.temporal.ChronoUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.inventory.testing.Inventory;

/** Fills in what a table of requests cannot hold itself: new ids, times, and long things. */
final class Placeholders {
    private static final Pattern REPEATED = Pattern.compile("<(\\d+) ([^>]+)>");

    private Placeholders() {}

    static String fill(String text) {
        var filled = text.replace("<id>", UuidV7.next().toString())
                .replace("<soon>", Inventory.SOON.toString())
                .replace("<number>", Long.toString(Inventory.SOON.getEpochSecond()))
                .replace("<later>", Inventory.SOON.plus(2, ChronoUnit.DAYS).toString());
        return REPEATED.matcher(filled).replaceAll(Placeholders::repeated);
    }

    private static String repeated(MatchResult match) {
        var times = Integer.parseInt(match.group(1));
        return switch (match.group(2)) {
            case "lines" -> numbered("{\"sku\":\"A%d\",\"quantity\":1}", times, ",");
            case "skus" -> numbered("sku=A%d", times, "&");
            case String one -> one.repeat(times);
        };
    }

    private static String numbered(String format, int times, String separator) {
        return IntStream.range(0, times).mapToObj(format::formatted).collect(Collectors.joining(separator));
    }
}
