package dev.covenant.devstack.stack;

import java.nio.file.Path;
import java.time.Duration;

/** Hears how far a start has come. Called by several threads. */
public interface Progress {

    /** For those who want to hear of failures only, and they come as exceptions. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void done(String step, Duration took) {}

            @Override
            public void lost(Part part, Path log) {}
        };
    }

    /** A step is done. */
    void done(String step, Duration took);

    /** A part that was ready has ended, and nobody stopped it. */
    void lost(Part part, Path log);

    /** Does a step and tells when it is done. */
    default void step(String name, Runnable step) {
        var started = System.nanoTime();
        step.run();
        done(name, Duration.ofNanos(System.nanoTime() - started));
    }
}
