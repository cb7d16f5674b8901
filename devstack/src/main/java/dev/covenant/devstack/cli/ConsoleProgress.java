package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;

import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

/** One line for each step that is done. */
public final class ConsoleProgress implements Progress {
    private final PrintWriter out;

    public ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void done(String step, Duration took) {
        line("  %-22s %5s", step, seconds(took));
    }

    @Override
    public void lost(Part part, Path log) {
        line("%n%s has ended, and nobody stopped it: ./covenant logs %s (%s)", part, part, log);
    }

    static String seconds(Duration took) {
        return "%.1f s".formatted(took.toMillis() / 1000.0);
    }

    private void line(String format, Object... values) {
        synchronized (out) {
            out.printf(format + "%n", values);
            out.flush();
        }
    }
}
