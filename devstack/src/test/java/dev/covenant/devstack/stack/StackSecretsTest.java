package dev.covenant.devstack.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StackSecretsTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void whereTheyAreKept() {
        file = directory.resolve("data/secrets.properties");
    }

    @Test
    void areMadeOnceAndKept() {
        var first = new StackSecrets(file);
        var database = first.database(Part.ORDERS);
        var key = first.providerKey();

        var later = new StackSecrets(file);
        assertThat(later.database(Part.ORDERS)).isEqualTo(database);
        assertThat(later.providerKey()).isEqualTo(key);
    }

    @Test
    void differFromEachOther() {
        var secrets = new StackSecrets(file);

        assertThat(secrets.database(Part.ORDERS).ownerPassword())
                .isNotEqualTo(secrets.database(Part.ORDERS).runtimePassword())
                .isNotEqualTo(secrets.database(Part.PAYMENTS).ownerPassword());
        assertThat(Base64.getDecoder().decode(secrets.encryptionKey(Part.ORDERS)))
                .hasSize(32)
                .isNotEqualTo(Base64.getDecoder().decode(secrets.encryptionKey(Part.PAYMENTS)));
    }

    @Test
    void areReadableByTheirOwnerOnly() throws Exception {
        new StackSecrets(file).superuserPassword();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
