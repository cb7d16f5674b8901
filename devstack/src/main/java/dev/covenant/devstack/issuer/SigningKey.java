package dev.covenant.devstack.issuer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import dev.covenant.devstack.DevstackException;

/** The key that signs tokens. */
public final class SigningKey {
    private static final int BITS = 2048;

    private final RSAKey key;

    private SigningKey(RSAKey key) {
        this.key = key;
    }

    /** A new one, known to nobody else. */
    public static SigningKey generate() {
        try {
            return new SigningKey(
                    new RSAKeyGenerator(BITS).keyID(TokenIssuer.ID).generate());
        } catch (JOSEException e) {
            throw new DevstackException("This JDK makes no RSA keys: " + e.getMessage(), e);
        }
    }

    /**
     * The one in {@code file}, made on first use and readable by its owner only. It outlives the issuer, so that tokens
     * and the services' cached JWKS stay good over its restarts.
     */
    public static SigningKey kept(Path file) {
        try {
            if (Files.exists(file)) {
                return new SigningKey(RSAKey.parse(Files.readString(file)));
            }
            var made = generate();
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, made.key.toJSONString());
            return made;
        } catch (IOException | ParseException e) {
            throw new DevstackException(
                    "Cannot use the signing key %s: %s. Delete it to get a new one.".formatted(file, e.getMessage()),
                    e);
        }
    }

    RSAKey rsa() {
        return key;
    }
}
