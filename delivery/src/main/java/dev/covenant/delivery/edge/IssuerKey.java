package dev.covenant.delivery.edge;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.Base64;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;

import dev.covenant.devstack.DevstackException;

/**
 * The public key of a token issuer. HAProxy reads keys from files, so whoever rotates the issuer's key starts the edge again.
 *
 * @param key the first RSA key that the issuer publishes
 */
public record IssuerKey(PublicKey key) {
    private static final int LINE = 64;
    private static final int LIMIT_MILLIS = 5_000;
    private static final int LIMIT_BYTES = 100_000;

    /** @throws DevstackException when the issuer shows none */
    public static IssuerKey publishedAt(URI jwks) {
        try {
            var keys = JWKSet.load(jwks.toURL(), LIMIT_MILLIS, LIMIT_MILLIS, LIMIT_BYTES)
                    .getKeys();
            if (keys.isEmpty()) {
                throw new DevstackException("The issuer shows no key at " + jwks);
            }
            return new IssuerKey(keys.getFirst().toRSAKey().toPublicKey());
        } catch (IOException | ParseException | JOSEException e) {
            throw new DevstackException("Cannot read the issuer's key at %s: %s".formatted(jwks, e.getMessage()), e);
        }
    }

    void write(Path file) throws IOException {
        Files.writeString(file, pem("PUBLIC KEY", key.getEncoded()));
    }

    static String pem(String what, byte[] der) {
        var text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text);
    }
}
