package dev.covenant.chassis.security;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import dev.covenant.chassis.json.Json;

/** A JSON Web Key Set (RFC 7517). */
final class KeySet {

    private KeySet() {}

    /** The RSA keys in it by their names (RFC 7518, 6.3.1); what is something else or cannot be read is left out. */
    static Map<String, PublicKey> read(byte[] json) {
        var keys = new HashMap<String, PublicKey>();
        try {
            for (var key : Json.tolerant().readTree(json).path("keys")) {
                if (key.path("kty").asString("").equals("RSA")) {
                    keys.put(key.path("kid").asString(""), rsa(key));
                }
            }
        } catch (JacksonException | IllegalArgumentException | GeneralSecurityException unreadable) {
            return Map.of();
        }
        return Map.copyOf(keys);
    }

    private static PublicKey rsa(JsonNode key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asString("")));
    }
}
