package dev.covenant.devstack.postgres;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords nobody has to type. */
public final class Passwords {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** A new one: 128 random bits in hexadecimal, so that no quoting anywhere changes it. */
    public static String random() {
        var bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
