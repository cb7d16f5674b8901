package dev.covenant.chassis.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import dev.covenant.chassis.json.Json;

/** A JSON Web Token as it was sent (RFC 7519, RFC 7515): what it says of itself is not proved until its signature is. */
final class SignedToken {
    private final JsonNode header;
    private final JsonNode claims;
    private final byte[] signed;
    private final byte[] signature;

    private SignedToken(String header, String claims, String signature) {
        this.header = read(header);
        this.claims = read(claims);
        this.signed = (header + "." + claims).getBytes(StandardCharsets.US_ASCII);
        this.signature = Base64.getUrlDecoder().decode(signature);
    }

    /** Empty when it is none. */
    static Optional<SignedToken> parse(String text) {
        var parts = text.split("\\.", -1);
        try {
            return parts.length == 3 ? Optional.of(new SignedToken(parts[0], parts[1], parts[2])) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The name of the key that it says it is signed with; may be empty. */
    String key() {
        return header.path("kid").asString("");
    }

    /** Whether it says that this issuer made it, of somebody, for this audience, and that its time is not over. */
    boolean isFor(String issuer, String audience, Instant now) {
        var audiences = claims.path("aud");
        return header.path("alg").asString("").equals("RS256")
                && claims.path("iss").asString("").equals(issuer)
                && Stream.concat(Stream.of(audiences), audiences.valueStream())
                        .anyMatch(one -> one.asString("").equals(audience))
                && !claims.path("sub").asString("").isEmpty()
                && now.getEpochSecond() < claims.path("exp").asLong(0);
    }

    boolean isSignedBy(PublicKey issuer) {
        try {
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(issuer);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException unfit) {
            return false;
        }
    }

    private static JsonNode read(String part) {
        return Json.tolerant().readTree(Base64.getUrlDecoder().decode(part));
    }
}
