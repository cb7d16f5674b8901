package dev.covenant.devstack.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.ProcessRecord;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessRecordsTest {
    @TempDir
    private Path root;

    private StackDirectory directory;
    private ProcessRecords records;

    @BeforeEach
    void emptyDirectory() {
        directory = new StackDirectory(root);
        records = new ProcessRecords(directory);
    }

    @Test
    void whatAKilledRunLeftBehindIsFoundAndStopped() {
        try (var orders = sleeper();
                var issuer = sleeper()) {
            records.write(Part.ORDERS, orders);
            records.write(Part.ISSUER, issuer);

            assertThat(new ProcessRecords(directory).stopAll()).containsExactly(Part.ORDERS, Part.ISSUER);

            assertThat(orders.isAlive()).isFalse();
            assertThat(issuer.isAlive()).isFalse();
            assertThat(records.stopAll()).isEmpty();
        }
    }

    @Test
    void anotherProcessWithTheSameIdIsLeftAlone() {
        try (var other = sleeper()) {
            new ProcessRecord(other.pid(), other.startedAt().minusSeconds(3600)).write(directory.record(Part.ORDERS));

            assertThat(records.find(Part.ORDERS)).isEmpty();
            assertThat(records.stopAll()).isEmpty();
            assertThat(other.isAlive()).isTrue();
        }
    }

    @Test
    void aPartThatWasStoppedOnPurposeIsNoLoss() {
        try (var orders = sleeper()) {
            records.write(Part.ORDERS, orders);
            assertThat(records.names(Part.ORDERS, orders)).isTrue();

            records.stop(Part.ORDERS);

            assertThat(orders.isAlive()).isFalse();
            assertThat(records.names(Part.ORDERS, orders)).isFalse();
        }
    }

    private ChildProcess sleeper() {
        return ChildProcess.start(
                new Launch("sleeper", List.of("sleep", "600"), Map.of(), root.resolve("sleeper.log")));
    }
}
