package dev.covenant.chassis.admission;

import java.util.Locale;
import java.util.Set;

/** What requests are to one another when there is not enough room for all: commands go before reads. */
enum Kind {
    COMMANDS,
    READS;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** @param method of HTTP; the safe ones read (RFC 9110, 9.2.1) */
    static Kind of(String method) {
        return SAFE.contains(method) ? READS : COMMANDS;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
