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
import tools.jackson.databind.node.MissingNode;

import dev.covenant.chassis.json.Json;

/** A JSON Web Key Set (RFC 7517). */
final class KeySet {

    private KeySet() {}

    /** The RSA keys in it by their names (RFC 7518, 6.3.1); what is something else or cannot be read is left out. */
    static Map<String, PublicKey> read(byte[] json) {
        var keys = new HashMap<String, PublicKey>();
        for (var key : all(json)) {
            try {
                if (key.path("kty").asString("").equals("RSA")) {
                    keys.put(key.path("kid").asString(""), rsa(key));
                }
            } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
                // The others are as good as before.
            }
        }
        return Map.copyOf(keys);
    }

    private static JsonNode all(byte[] json) {
        try {
            return Json.tolerant().readTree(json).path("keys");
        } catch (JacksonException unreadable) {
            return MissingNode.getInstance();
        }
    }

    private static PublicKey rsa(JsonNode key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asString("")));
    }
}
