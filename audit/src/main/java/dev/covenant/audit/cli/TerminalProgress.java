package dev.covenant.audit.cli;

import java.io.PrintWriter;

import dev.covenant.audit.Progress;

/** One line on a terminal that is written over and over, and is gone in the end. */
final class TerminalProgress implements Progress, AutoCloseable {
    private static final int WIDTH = 50;

    private final PrintWriter terminal;

    TerminalProgress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void examined(String what, long examined) {
        show("  %,d %s".formatted(examined, what));
    }

    @Override
    public void close() {
        show("");
        terminal.print('\r');
        terminal.flush();
    }

    private void show(String line) {
        terminal.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
        terminal.flush();
    }
}
