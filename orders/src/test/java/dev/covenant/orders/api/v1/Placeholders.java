package dev.covenant.orders.api.v1;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.covenant.chassis.ids.UuidV7;

/** Fills in what a table of requests cannot hold itself: new ids, cursors, and long things. */
final class Placeholders {
    private static final Pattern CURSOR = Pattern.compile("<cursor ([^>]*)>");
    private static final Pattern REPEATED = Pattern.compile("<(\\d+) ([^>]+)>");

    private Placeholders() {}

    static String fill(String text) {
        var filled = text.replace("<id>", UuidV7.next().toString());
        filled = REPEATED.matcher(filled).replaceAll(Placeholders::repeated);
        return CURSOR.matcher(filled).replaceAll(Placeholders::cursor);
    }

    private static String cursor(MatchResult match) {
        var key = match.group(1).replace("\\0", "\0");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String repeated(MatchResult match) {
        var times = Integer.parseInt(match.group(1));
        return match.group(2).equals("lines")
                ? IntStream.range(0, times)
                        .mapToObj("{\"sku\":\"A%d\",\"quantity\":1}"::formatted)
                        .collect(Collectors.joining(","))
                : match.group(2).repeat(times);
    }
}
