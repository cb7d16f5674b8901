package dev.covenant.devstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The end of a log, for a message that must fit one screen. */
public final class LogTail {
    private static final int LINES = 20;
    private static final int WIDTH = 220;

    /** A frame, "... 12 more", or nothing at all. */
    private static final Pattern FRAME =
            Pattern.compile("\\s*(at \\S+\\(.*|at \\[internal classes]|\\.\\.\\. \\d+ more)?");

    private LogTail() {}

    /** Its last 20 lines that are no stack frames, long ones cut, and where the rest is. */
    public static String of(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !FRAME.matcher(line).matches())
                    .toList();
            return lines.stream()
                    .skip(Math.max(0, lines.size() - LINES))
                    .map(line -> "  | " + (line.length() > WIDTH ? line.substring(0, WIDTH) + " ..." : line))
                    .collect(Collectors.joining("\n", "Last lines of " + log + ":\n", ""));
        } catch (IOException e) {
            return "No log at " + log + ".";
        }
    }
}
