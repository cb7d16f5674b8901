package dev.covenant.payments.api.v1;

import java.util.regex.Pattern;

import dev.covenant.chassis.ids.UuidV7;

/** Fills in what a table of requests cannot hold itself: new ids, and long things. */
final class Placeholders {
    private static final Pattern REPEATED = Pattern.compile("<(\\d+) ([^>]+)>");

    private Placeholders() {}

    static String fill(String text) {
        var filled = text.replace("<id>", UuidV7.next().toString());
        return REPEATED.matcher(filled).replaceAll(match -> match.group(2).repeat(Integer.parseInt(match.group(1))));
    }
}
