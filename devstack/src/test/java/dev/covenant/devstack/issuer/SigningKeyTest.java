package dev.covenant.devstack.issuer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SigningKeyTest {

    @Test
    void theKeptKeyStaysTheSameAndIsReadableByItsOwnerOnly(@TempDir Path directory) throws Exception {
        var file = directory.resolve("secrets/key.json");

        var first = SigningKey.kept(file);

        assertThat(SigningKey.kept(file).rsa()).isEqualTo(first.rsa());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
