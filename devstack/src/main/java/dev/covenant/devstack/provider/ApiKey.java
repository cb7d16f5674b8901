package dev.covenant.devstack.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The key that callers show, kept as a digest. Comparing takes as long for a near miss as for a far one. */
final class ApiKey {

    private final byte[] expected;

    ApiKey(String key) {
        expected = digest("Bearer " + key);
    }

    /** @param authorization the header's value; null if there was none */
    boolean allows(String authorization) {
        return authorization != null && MessageDigest.isEqual(expected, digest(authorization));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
