package dev.covenant.devstack.process;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.covenant.devstack.DevstackException;

/** Ends processes that are not ours by birth. */
public final class Ending {

    private Ending() {}

    /** SIGTERM to all of them, then SIGKILL to those that are still there after {@code grace}. Returns when they are gone. */
    public static void end(Collection<ProcessHandle> processes, Duration grace) {
        processes.forEach(ProcessHandle::destroy);
        var until = System.nanoTime() + grace.toNanos();
        for (var process : processes) {
            if (!isGone(process, Duration.ofNanos(until - System.nanoTime()))) {
                process.destroyForcibly();
                isGone(process, grace);
            }
        }
    }

    /**
     * SIGKILL to all of them at once. Returns when they are gone.
     *
     * @throws DevstackException when one is still there after {@code limit}
     */
    public static void kill(Collection<ProcessHandle> processes, Duration limit) {
        processes.forEach(ProcessHandle::destroyForcibly);
        for (var process : processes) {
            if (!isGone(process, limit)) {
                throw new DevstackException("Process %d outlives SIGKILL".formatted(process.pid()));
            }
        }
    }

    private static boolean isGone(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
