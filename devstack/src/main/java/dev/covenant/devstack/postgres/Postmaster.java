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
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.Ending;

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

    /** SIGKILL to it and to all of its processes at once. Returns when they are gone. Nothing happens when it does not run. */
    void kill() {
        find().ifPresent(server -> {
            // What stands still starts no further process while we list them.
            send("STOP", server);
            var all = Stream.concat(Stream.of(server), server.descendants()).toList();
            Ending.kill(all, LIMIT);
        });
    }

    private void stop(ProcessHandle server) {
        try {
            // PostgreSQL's fast shutdown; SIGTERM would wait for clients.
            send("INT", server);
            server.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DevstackException(
                    "PostgreSQL (pid %d) does not stop. Kill it and try again.".formatted(server.pid()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(String signal, ProcessHandle server) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new DevstackException("Cannot run kill", e);
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
