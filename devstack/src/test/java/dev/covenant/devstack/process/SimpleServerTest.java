package dev.covenant.devstack.process;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.ports.Ports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimpleServerTest {
    @TempDir
    private Path directory;

    @Test
    void saysWhatAProcessIsDoingThatNeverBecomesReady() {
        var nobodyListens = URI.create("http://localhost:%d/".formatted(Ports.free()));
        var launch = Launch.java(
                "sleeper",
                Path.of("target/test-classes").toAbsolutePath().toString(),
                Sleeper.class.getName(),
                List.of(),
                Map.of(),
                directory.resolve("log"));
        var server = new SimpleServer(launch, nobodyListens, Duration.ofSeconds(2)).start();
        try (var _ = server.process()) {
            assertThatThrownBy(server::awaitReady)
                    .isInstanceOf(DevstackException.class)
                    .hasMessageContaining("sleeper")
                    .hasMessageContaining("not ready after 2 s")
                    .hasMessageContaining("Sleeper.main");
        }
    }

    /** Sleeps. */
    static final class Sleeper {
        public static void main(String[] arguments) throws InterruptedException {
            Thread.sleep(Duration.ofHours(1));
        }
    }
}
