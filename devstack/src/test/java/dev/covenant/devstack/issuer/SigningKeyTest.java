package dev.covenant.devstack.issuer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

    @Test
    void whoeverComesAtTheSameTimeGetsTheSameOne(@TempDir Path directory) throws Exception {
        var file = directory.resolve("key.json");
        Callable<SigningKey> asking = () -> SigningKey.kept(file);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var keys = threads.invokeAll(Collections.nCopies(2, asking)).stream()
                    .map(Future::resultNow)
                    .map(SigningKey::rsa)
                    .distinct();

            assertThat(keys).hasSize(1);
        }
        assertThat(directory).isDirectoryNotContaining("glob:**.draft");
    }
}
