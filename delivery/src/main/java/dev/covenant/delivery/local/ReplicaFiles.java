package dev.covenant.delivery.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.covenant.delivery.local.Replica.Stage;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.ProcessRecord;

/** The replicas of one service on record, one file each. */
final class ReplicaFiles {
    private final Path directory;

    ReplicaFiles(Path directory) {
        this.directory = directory;
    }

    /** By slot. */
    List<Replica> all() {
        return IntStream.rangeClosed(1, EnvironmentPorts.SLOTS)
                .mapToObj(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    void write(Replica replica) {
        var process = replica.process();
        var line = "%s %s %d %s".formatted(replica.version(), replica.stage(), process.pid(), process.startedAt());
        try {
            Files.createDirectories(directory);
            var draft = directory.resolve("draft");
            Files.writeString(draft, line);
            Files.move(
                    draft, file(replica.slot()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DevstackException("Cannot write to %s: %s".formatted(directory, e.getMessage()), e);
        }
    }

    void forget(int slot) {
        try {
            Files.deleteIfExists(file(slot));
        } catch (IOException e) {
            throw new DevstackException("Cannot delete %s: %s".formatted(file(slot), e.getMessage()), e);
        }
    }

    private Optional<Replica> read(int slot) {
        if (!Files.exists(file(slot))) {
            return Optional.empty();
        }
        try {
            var word = Files.readString(file(slot)).split(" ");
            var process = new ProcessRecord(Long.parseLong(word[2]), Instant.parse(word[3]));
            return Optional.of(new Replica(slot, word[0], Stage.valueOf(word[1]), process));
        } catch (IOException e) {
            throw new DevstackException("Cannot read %s: %s".formatted(file(slot), e.getMessage()), e);
        }
    }

    private Path file(int slot) {
        return directory.resolve(Integer.toString(slot));
    }
}
