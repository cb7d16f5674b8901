package dev.covenant.devstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.DevstackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChildProcessTest {
    @TempDir
    Path directory;

    @Test
    void seesTheGivenEnvironmentAndHardlyAnythingElse() throws Exception {
        try (var process = start("env", Map.of("DB_NAME", "orders"))) {
            process.await(Duration.ofSeconds(10));

            var names = Files.readAllLines(process.log()).stream()
                    .map(line -> line.split("=")[0])
                    .toList();
            assertThat(names)
                    .contains("DB_NAME", "PATH")
                    .isSubsetOf("DB_NAME", "PATH", "HOME", "LANG", "TZ", "PWD", "SHLVL", "_");
        }
    }

    @Test
    void closingEndsIt() {
        var process = start("sleep 600", Map.of());

        process.close();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void oneThatTakesTooLongIsKilledAndItsLogShown() {
        var process = start("echo working on it; exec sleep 600", Map.of());

        assertThatThrownBy(() -> process.await(Duration.ofMillis(300)))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("took longer")
                .hasMessageContaining("working on it");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aPausedOneStandsStillUntilResumed() {
        try (var process = start("exec sleep 600", Map.of())) {
            process.pause();
            assertThat(ProcessState.of(process.pid()).isStopped()).isTrue();
            process.resume();
            assertThat(ProcessState.of(process.pid()).isStopped()).isFalse();
        }
    }

    @Test
    @Timeout(10)
    void aPausedOneHearsThatItShallEnd() throws IOException {
        var process = start("trap 'exit 7' TERM; echo listening; while :; do sleep 0.1; done", Map.of());
        while (!Files.readString(process.log()).contains("listening")) {
            Thread.onSpinWait();
        }
        process.pause();

        process.close();

        assertThat(process.await(Duration.ofSeconds(1))).isEqualTo(7);
    }

    private ChildProcess start(String script, Map<String, String> environment) {
        var log = directory.resolve("logs/process.log");
        return ChildProcess.start(new Launch("process", List.of("sh", "-c", script), environment, log));
    }
}
