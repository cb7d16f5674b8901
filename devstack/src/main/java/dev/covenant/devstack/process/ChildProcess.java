package dev.covenant.devstack.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.covenant.devstack.DevstackException;

/** A process that this one started. */
public final class ChildProcess implements AutoCloseable {
    /** How long a process may take to end by itself after SIGTERM. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(5);

    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "TZ");

    /** 128 and the number of the signal. */
    private static final int ENDED_BY_TERM = 143;

    private final Launch launch;
    private final Process process;

    private ChildProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    /** Starts it, in a process group of its own: Ctrl-C in the terminal reaches us, and we stop it in our order. */
    public static ChildProcess start(Launch launch) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(launch.command());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().retainAll(INHERITED);
        environment.putAll(launch.environment());
        try {
            Files.createDirectories(launch.log().getParent());
            builder.redirectInput(Path.of("/dev/null").toFile());
            builder.redirectOutput(Redirect.appendTo(launch.log().toFile()));
            return new ChildProcess(launch, builder.start());
        } catch (IOException e) {
            throw new DevstackException("Cannot start " + launch.name() + ": " + e.getMessage(), e);
        }
    }

    /** Waits for it to end by itself and answers its exit status; kills it when it takes longer. */
    public int await(Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            kill();
            throw new DevstackException("%s took longer than %d s. %s"
                    .formatted(launch.name(), limit.toSeconds(), LogTail.of(launch.log())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while waiting for " + launch.name(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** When it was started; with the pid it names the process for good, since pids come again. */
    public Instant startedAt() {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Runs {@code action} on another thread when it has ended, for whatever reason. */
    public void whenEnded(Runnable action) {
        process.onExit().thenRun(action);
    }

    public Path log() {
        return launch.log();
    }

    /** SIGTERM, without waiting for what it does. */
    public void requestStop() {
        process.destroy();
        if (process.isAlive()) {
            // One that stands still hears nothing else.
            send("CONT");
        }
    }

    /** SIGTERM, then SIGKILL if it is still there after 15 s. Harmless when it has ended. */
    @Override
    public void close() {
        requestStop();
        if (!ended(GRACE)) {
            kill();
        }
    }

    /** Whether it ended because of {@link #requestStop()}, having done what it does at its end. */
    public boolean heededRequest() {
        return !process.isAlive() && process.exitValue() == ENDED_BY_TERM;
    }

    /** SIGKILL: it gets no chance to tidy up. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        ended(GRACE);
    }

    /** SIGSTOP: when this returns it stands still, its connections open, until {@link #resume()}. */
    public void pause() {
        sendOrFail("STOP");
        awaitStopped(true);
    }

    /** SIGCONT: when this returns it runs again. */
    public void resume() {
        sendOrFail("CONT");
        awaitStopped(false);
    }

    /** A signal is delivered when the kernel next runs the process, which may be after the sender went on. */
    private void awaitStopped(boolean stopped) {
        var deadline = System.nanoTime() + SIGNAL_LIMIT.toNanos();
        while (process.isAlive() && ProcessState.of(pid()).isStopped() != stopped) {
            if (System.nanoTime() > deadline) {
                throw new DevstackException(
                        "%s did not heed a signal within %s".formatted(launch.name(), SIGNAL_LIMIT));
            }
            Thread.onSpinWait();
        }
    }

    private boolean ended(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void sendOrFail(String signal) {
        if (!send(signal)) {
            throw new DevstackException("Cannot send SIG%s to %s".formatted(signal, this));
        }
    }

    /** Whether there was a process to send it to. */
    private boolean send(String signal) {
        try {
            return new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new DevstackException("Cannot run kill", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }

    @Override
    public String toString() {
        return launch.name() + " (pid " + pid() + ")";
    }
}
