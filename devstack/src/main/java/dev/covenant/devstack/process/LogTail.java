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

    /** What Maven says after every failure, whatever it was. */
    private static final Pattern SMALL_PRINT = Pattern.compile(
            "\\[ERROR] (|To see the full stack trace.*|Re-run Maven.*|For more information about the errors.*|\\[Help \\d+].*"
                    + "|After correcting the problems.*|  mvn <args>.*|-> \\[Help.*|See .* for the individual test results.*|See dump files.*)");

    private LogTail() {}

    /** Its last 20 lines that are no stack frames nor Maven's advice, long ones cut, and where the rest is. */
    public static String of(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !FRAME.matcher(line).matches()
                            && !SMALL_PRINT.matcher(line).matches())
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
