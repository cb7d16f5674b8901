package dev.covenant.devstack.issuer;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;

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
     * and the services' cached JWKS stay good over its restarts. Several processes that find none at the same time get the
     * same one.
     */
    public static SigningKey kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return new SigningKey(RSAKey.parse(Files.readString(file)));
        } catch (IOException | ParseException e) {
            throw new DevstackException(
                    "Cannot use the signing key %s: %s. Delete it to get a new one.".formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Where the one is kept with which every issuer of a test in this tree signs. */
    public static Path ofTests(Workspace workspace) {
        return workspace.kept().resolve("test-signing-key.json");
    }

    /** Whole or not at all, and never in the place of one that is there. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = Files.createTempFile(
                file.getParent(),
                "key",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, generate().key.toJSONString());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // Somebody else was quicker; his is everybody's.
        } finally {
            Files.delete(draft);
        }
    }

    RSAKey rsa() {
        return key;
    }
}
