package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads Maven's output and tells people what matters of it: each module, each test class, what failed. */
final class TestReport {
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (Covenant\\S* ?.*) \\S+ +(\\[\\d+/\\d+])");
    private static final Pattern CLASS = Pattern.compile(
            "\\[\\w+]\\s+Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+), Time elapsed: ([\\d.]+) s"
                    + ".* -- in (?:\\w+\\.)*([\\w$]+)");
    private static final Pattern FAULT = Pattern.compile("\\[ERROR] (.+)");
    /** What Maven says after every failure. */
    private static final Pattern ADVICE = Pattern.compile(
            "Help 1]|^(To see the full|Re-run Maven|For more info|After correcting|See dump)|mvn <args>");

    private static final int MOST_FAULTS = 25;

    private final PrintWriter out;
    private final long begun = System.nanoTime();
    private final List<String> faults = new ArrayList<>();
    private int run;
    private int failed;
    private int skipped;

    TestReport(PrintWriter out) {
        this.out = out;
    }

    void line(String line) {
        var module = MODULE.matcher(line);
        var tests = CLASS.matcher(line);
        if (module.find()) {
            say("%s %s", module.group(2), module.group(1));
        } else if (tests.find()) {
            count(tests.group(1), tests.group(2), tests.group(3), tests.group(4));
            var bad = !tests.group(2).equals("0") || !tests.group(3).equals("0");
            say("  %-6s %-44s %4s tests %7s s", bad ? "FAILED" : "ok", tests.group(6), tests.group(1), tests.group(5));
        } else {
            fault(line);
        }
    }

    private void fault(String line) {
        var fault = FAULT.matcher(line);
        if (fault.matches() && !ADVICE.matcher(fault.group(1)).find() && faults.size() < MOST_FAULTS) {
            faults.add(fault.group(1));
        }
    }

    void finish(boolean green, Path log) {
        if (!green) {
            say("");
            faults.forEach(fault -> say("  %s", fault));
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        say(
                "%n%s in %d min %d s. All of it: %s",
                green ? "Green" : "Not green", took.toMinutes(), took.toSecondsPart(), log);
        // The plain form that build servers read.
        say("%d passed, %d failed, %d skipped", run - failed - skipped, failed, skipped);
    }

    private void count(String all, String failures, String errors, String left) {
        run += Integer.parseInt(all);
        failed += Integer.parseInt(failures) + Integer.parseInt(errors);
        skipped += Integer.parseInt(left);
    }

    private void say(String format, Object... values) {
        out.printf(format + "%n", values);
        out.flush();
    }
}
