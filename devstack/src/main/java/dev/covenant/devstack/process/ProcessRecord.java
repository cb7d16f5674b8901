package dev.covenant.devstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;

/**
 * A process as another one finds it again: ids come again, together with the time of start they do not.
 *
 * @param pid its id
 * @param startedAt as the system tells it
 */
public record ProcessRecord(long pid, Instant startedAt) {
    /** The system derives the time from its clock, which may be set meanwhile. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    public static ProcessRecord of(ProcessHandle process) {
        return new ProcessRecord(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** What {@link #write} left there; empty when there is nothing that can be read. */
    public static Optional<ProcessRecord> read(Path file) {
        try {
            var word = Files.readString(file).strip().split(" ");
            return Optional.of(new ProcessRecord(Long.parseLong(word[0]), Instant.parse(word[1])));
        } catch (IOException | RuntimeException missingOrHalfWritten) {
            return Optional.empty();
        }
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, pid + " " + startedAt + "\n");
        } catch (IOException e) {
            throw new DevstackException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle process) {
        var found = process.info().startInstant().orElse(Instant.MAX);
        return Duration.between(startedAt, found).abs().compareTo(CLOCK_STEP) <= 0;
    }
}
