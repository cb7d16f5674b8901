package dev.covenant.delivery.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Ending;
import dev.covenant.devstack.process.ProcessRecord;

/** Which process is the edge of an environment. */
final class EdgeRecord {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Path file;

    EdgeRecord(LocalEnvironment environment) {
        this.file = environment.edge().resolve("process");
    }

    void write(ChildProcess edge) {
        new ProcessRecord(edge.pid(), edge.startedAt()).write(file);
    }

    Optional<ProcessHandle> find() {
        return ProcessRecord.read(file).flatMap(ProcessRecord::find);
    }

    /** One that outlived its keeper. */
    void stop() {
        Ending.end(find().stream().toList(), GRACE);
    }
}
