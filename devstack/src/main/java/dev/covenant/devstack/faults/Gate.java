package dev.covenant.devstack.faults;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.time.Duration;

/** What is passed on must go through here, and meets the fault of the moment. */
final class Gate {
    private static final long LONG_AGO = Duration.ofDays(1).toNanos();

    private Fault fault = new Fault.Pass();

    synchronized void set(Fault fault) {
        this.fault = fault;
        notifyAll();
    }

    /**
     * Waits as long as the fault demands; a change of fault is heeded at once.
     *
     * @param came when the piece came, by {@link System#nanoTime()}
     * @return whether the piece arrives; otherwise it is lost
     * @throws IOException when its connection is to be reset
     */
    synchronized boolean admits(long came) throws IOException {
        while (true) {
            switch (fault) {
                case Fault.Pass(), Fault.Refuse() -> {
                    return true;
                }
                case Fault.HalfOpen() -> {
                    return false;
                }
                case Fault.Reset() -> throw new SocketException("Reset on purpose");
                case Fault.Stall() -> awaitChange(Duration.ZERO);
                case Fault.Delay(var each) -> {
                    var left = each.minusNanos(System.nanoTime() - came);
                    if (!left.isPositive()) {
                        return true;
                    }
                    awaitChange(left);
                }
            }
        }
    }

    /** Like {@link #admits} for a new connection, which no delay concerns: what flows through it is delayed. */
    boolean connects() throws IOException {
        return admits(System.nanoTime() - LONG_AGO);
    }

    /** @param limit zero means forever */
    private void awaitChange(Duration limit) throws IOException {
        try {
            // Rounded up: wait(0) would be forever.
            wait(limit.isZero() ? 0 : limit.toMillis() + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
