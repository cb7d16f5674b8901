package dev.covenant.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** A report for people: the checks, what is under way, then each violation with the whole history of what it is about. */
final class ReportText {
    private final StringBuilder text = new StringBuilder();
    private final Report report;

    private ReportText(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        var writing = new ReportText(report);
        writing.checks();
        writing.underWay();
        writing.violations();
        writing.verdict();
        return writing.text.toString();
    }

    private void checks() {
        line(
                "Audit of %s, begun %s, took %.1f s",
                scope(), seconds(report.began()), report.took().toMillis() / 1000.0);
        line("");
        for (var check : report.checks()) {
            var result = check.violations() == 0 ? "ok" : check.violations() + " WRONG";
            line("  %-30s %,10d  %-10s %s", check.name(), check.examined(), result, check.promise());
        }
        line("");
    }

    private String scope() {
        var what = report.since()
                .map(time -> "what was placed or changed since " + seconds(time))
                .orElse("everything");
        return report.settled() ? what + ", settled" : what;
    }

    private void underWay() {
        var sagas = report.underWay().sagas();
        var attempts = report.underWay().attempts();
        line(
                "Under way: %,d checkouts%s, %,d past their deadline; %,d questions to the provider%s; %,d kept moving while they were"
                        + " looked at",
                sagas.count(),
                since(", the oldest placed", sagas.oldest()),
                sagas.late(),
                attempts.count(),
                since(", the oldest from", attempts.oldest()),
                report.underWay().moving());
    }

    /** Several violations of one thing share its history. */
    private void violations() {
        var byFile = report.violations().stream()
                .collect(Collectors.groupingBy(Violation::file, LinkedHashMap::new, Collectors.toList()));
        byFile.forEach((file, violations) -> {
            line("");
            for (var violation : violations) {
                line("%s: %s", violation.check(), violation.promise());
                line("  expected  %s", violation.expected());
                line("  found     %s", violation.found());
            }
            line("  ids       %s", violations.getFirst().ids());
            text.append(History.of(file));
        });
    }

    private void verdict() {
        line("");
        var kept = report.violations().size();
        if (report.count() > kept) {
            line("%,d more violations are counted above and not shown.", report.count() - kept);
        }
        report.unread().forEach(unread -> line("NOT READ: %s", unread));
        line(
                report.isClean()
                        ? "Nothing is wrong."
                        : report.count() > 0
                                ? report.count() == 1 ? "1 violation." : "%,d violations.".formatted(report.count())
                                : "Nothing wrong was found, but not everything could be read.");
    }

    private static String since(String words, Instant time) {
        return time == null ? "" : words + " " + seconds(time);
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : format.formatted(values)).append('\n');
    }
}
