package dev.covenant.devstack.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.covenant.devstack.DevstackException;

/** The PostgreSQL server on a data directory, whoever started it. */
public final class Postmaster {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path data;

    public Postmaster(Path data) {
        this.data = data;
    }

    /** Its process, if it runs. */
    public Optional<ProcessHandle> find() {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(ProcessHandle::isAlive)
                    .filter(this::servesThisDirectory);
        } catch (IOException | NumberFormatException noServer) {
            return Optional.empty();
        }
    }

    /** Rolls back what is open, writes all to disk, and returns when it is gone. Nothing happens when it does not run. */
    public void stop() {
        find().ifPresent(this::stop);
    }

    private void stop(ProcessHandle server) {
        try {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients.
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            server.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new DevstackException(
                    "PostgreSQL (pid %d) does not stop. Kill it and try again.".formatted(server.pid()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A pid file that outlived a reboot may name any process. */
    private boolean servesThisDirectory(ProcessHandle process) {
        try {
            var command = Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
            return command.contains(data.toString());
        } catch (IOException gone) {
            return false;
        }
    }
}
