package dev.covenant.devstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.postgres.Postmaster;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Ending;
import dev.covenant.devstack.process.ProcessRecord;

/**
 * Which process serves each part of a stack. Written to files, so that the parts of a stack whose process was killed are
 * found and stopped by the next command.
 */
public final class ProcessRecords {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final StackDirectory directory;

    public ProcessRecords(StackDirectory directory) {
        this.directory = directory;
    }

    /** The running process of a part. */
    public Optional<ProcessHandle> find(Part part) {
        return part == Part.POSTGRESQL
                ? new Postmaster(directory.postgresql()).find()
                : ProcessRecord.read(directory.record(part)).flatMap(ProcessRecord::find);
    }

    /** From now on this process serves the part. */
    public void write(Part part, ChildProcess process) {
        new ProcessRecord(process.pid(), process.startedAt()).write(directory.record(part));
    }

    /** From now on the process that runs this serves the part, and is stopped with the stack. */
    public void writeThisProcess(Part part) {
        ProcessRecord.of(ProcessHandle.current()).write(directory.record(part));
    }

    public boolean nameThisProcess(Part part) {
        return find(part).filter(ProcessHandle.current()::equals).isPresent();
    }

    /** Stops one part; from then on its absence is no fault. */
    public void stop(Part part) {
        var process = find(part);
        forget(part);
        Ending.end(process.stream().toList(), GRACE);
    }

    /** Whether this process serves the part on record, so that its end would be a loss. */
    boolean names(Part part, ChildProcess process) {
        return ProcessRecord.read(directory.record(part))
                .filter(record -> record.pid() == process.pid())
                .isPresent();
    }

    /**
     * Stops whatever still runs, PostgreSQL last.
     *
     * @return the parts that were running
     */
    public List<Part> stopAll() {
        var running = Part.all().stream().filter(part -> find(part).isPresent()).toList();
        stopProcesses();
        new Postmaster(directory.postgresql()).stop();
        return running;
    }

    /** Stops the services at the same time, then what they call; leaves PostgreSQL alone. */
    void stopProcesses() {
        end(Part.services());
        end(EnumSet.of(Part.PROVIDER, Part.ISSUER));
    }

    private void end(Set<Part> parts) {
        var processes = parts.stream().flatMap(part -> find(part).stream()).toList();
        parts.forEach(this::forget);
        Ending.end(processes, GRACE);
    }

    void forget(Part part) {
        try {
            Files.deleteIfExists(directory.record(part));
        } catch (IOException e) {
            throw new DevstackException("Cannot delete " + directory.record(part) + ": " + e.getMessage(), e);
        }
    }
}
