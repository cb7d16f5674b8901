package dev.covenant.devstack;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Passwords and keys nobody has to type. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 128 random bits in hexadecimal, so that no quoting anywhere changes them. */
    public static String password() {
        return HexFormat.of().formatHex(bytes(16));
    }

    /** 256 random bits in base64: a key for AES. */
    public static String encryptionKey() {
        return Base64.getEncoder().encodeToString(bytes(32));
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
