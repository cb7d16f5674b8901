package dev.covenant.devstack.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;

import dev.covenant.devstack.DevstackException;

/** Prints a log that may grow. */
final class LogReader {
    private final Path log;
    private final String prefix;
    private final PrintWriter out;
    private final BufferedReader reader;

    LogReader(Path log, String prefix, PrintWriter out) {
        this.log = log;
        this.prefix = prefix;
        this.out = out;
        try {
            // Not Files.newBufferedReader: that gives up at a byte that is no UTF-8.
            this.reader = new BufferedReader(new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Prints its last {@code count} lines. */
    void last(int count) {
        var kept = new ArrayDeque<String>();
        for (var line = next(); line != null; line = next()) {
            kept.add(line);
            if (kept.size() > count) {
                kept.remove();
            }
        }
        kept.forEach(this::print);
        out.flush();
    }

    /** Prints what was written since. */
    void more() {
        for (var line = next(); line != null; line = next()) {
            print(line);
        }
        out.flush();
    }

    private String next() {
        try {
            return reader.readLine();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void print(String line) {
        out.println(prefix + line);
    }

    private DevstackException unreadable(IOException cause) {
        return new DevstackException("Cannot read " + log + ": " + cause.getMessage(), cause);
    }
}
