package dev.covenant.inventory.stock;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Liberty makes repositories once: a server that went on without them would never read stock again, however soon the database is back. */
@RealServer(setup = QuietHousekeeping.class)
class DatabaseAwayAtStartIT {
    private final ServerUnderTest server;

    DatabaseAwayAtStartIT(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    void endsTheServerSoThatItIsStartedAgain() throws IOException {
        var nobody = Integer.toString(Ports.free());
        try (var started = server.unstarted("no-database", Map.of("DB_PORT", nobody))) {
            started.start();
            await().atMost(Duration.ofMinutes(4)).until(() -> !started.isAlive());
            assertThat(Files.readString(started.console()))
                    .contains("its repositories could not be made", ":" + nobody + " refused")
                    .doesNotContain("CWWKO0219I");
        }
    }
}
