package dev.covenant.devstack.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Each write is a piece that must pass the gate. Not for several threads at a time. */
final class GatedOutput extends OutputStream {
    /** What follows another piece so closely came with it: the writer was waiting at the gate meanwhile. */
    private static final long TOGETHER = Duration.ofMillis(2).toNanos();

    private final OutputStream target;
    private final Gate gate;
    private volatile boolean lossy;
    private long came = System.nanoTime();
    private long passed = came - TOGETHER;

    GatedOutput(OutputStream target, Gate gate) {
        this.target = target;
        this.gate = gate;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (passes()) {
            target.write(bytes, offset, length);
        }
    }

    /** Whether the next piece arrives, after as long as it takes. */
    boolean passes() throws IOException {
        // A stream with a hole stays silent: what follows a lost piece must not arrive either.
        var now = System.nanoTime();
        if (now - passed >= TOGETHER) {
            came = now;
        }
        if (lossy || !gate.admits(came)) {
            lossy = true;
        }
        passed = System.nanoTime();
        return !lossy;
    }

    boolean isLossy() {
        return lossy;
    }
}
