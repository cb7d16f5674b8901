package dev.covenant.registry.access;

import java.util.Locale;

/** What a caller may do; each level includes those before it. */
public enum Level {
    READ,
    WRITE,
    ADMIN;

    boolean includes(Level needed) {
        return compareTo(needed) >= 0;
    }

    /** The group of a token that grants it: {@code registry-read} and so on. */
    String group() {
        return "registry-" + name().toLowerCase(Locale.ROOT);
    }
}
