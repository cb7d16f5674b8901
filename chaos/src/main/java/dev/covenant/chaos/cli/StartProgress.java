package dev.covenant.chaos.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;

import dev.covenant.devstack.cli.ConsoleProgress;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

/** Tells of the start; that parts end here is no news. */
record StartProgress(ConsoleProgress console) implements Progress {
    StartProgress(PrintWriter out) {
        this(new ConsoleProgress(out));
    }

    @Override
    public void done(String step, Duration took) {
        console.done(step, took);
    }

    @Override
    public void lost(Part part, Path log) {}
}
