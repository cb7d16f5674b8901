package dev.covenant.chassis.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretFilesTest {
    @TempDir
    private Path directory;

    @Test
    void winOverTheEnvironmentAndLoseTheirLineEnd() throws IOException {
        Files.writeString(directory.resolve("DB_OWNER_PASSWORD"), "from a file\n");

        var settings = SecretFiles.over(Map.of(
                "VARIABLE_SOURCE_DIRS", directory.toString(), "DB_OWNER_PASSWORD", "wrong", "DB_NAME", "orders"));

        assertThat(settings).containsEntry("DB_OWNER_PASSWORD", "from a file").containsEntry("DB_NAME", "orders");
    }

    @Test
    void areNotLookedForUnlessTheEnvironmentNamesADirectory() {
        assertThat(SecretFiles.over(Map.of("DB_NAME", "orders"))).containsExactly(Map.entry("DB_NAME", "orders"));
    }

    @Test
    void aDirectoryThatIsNotThereIsAMistake() {
        var missing = directory.resolve("missing").toString();

        assertThatThrownBy(() -> SecretFiles.over(Map.of("VARIABLE_SOURCE_DIRS", missing)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(missing);
    }
}
