package dev.covenant.orders.api.v1;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.covenant.chassis.json.Json;

/** Tells whether two bodies mean the same: SHA-256 of the body as we write it, so that spaces and the order of fields do not matter. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Object body) {
        try {
            var canonical = Json.strict().writeValueAsString(body);
            var digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
