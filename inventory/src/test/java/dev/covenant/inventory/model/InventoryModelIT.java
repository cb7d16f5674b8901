package dev.covenant.inventory.model;

import java.sql.SQLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.Books;
import dev.covenant.inventory.testing.QuietHousekeeping;
import dev.covenant.inventory.testing.Sweepers;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = QuietHousekeeping.class)
class InventoryModelIT {
    private final ServerUnderTest server;

    InventoryModelIT(ServerUnderTest server) {
        this.server = server;
    }

    @AfterEach
    void theBooksAgree() throws SQLException {
        assertThat(Books.wrong(server)).isEmpty();
    }

    @Test
    void everyAnswerAndEveryLevelAreAsTheModelSays() {
        assertThat(Sequences.disagreement(server, false, 250)).isEmpty();
    }

    @Test
    void alsoWhenASweeperGivesUpHolds() {
        try (var _ = Sweepers.start(server, "model")) {
            assertThat(Sequences.disagreement(server, true, 100)).isEmpty();
        }
    }
}
