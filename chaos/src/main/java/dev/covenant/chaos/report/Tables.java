package dev.covenant.chaos.report;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.covenant.chaos.ChaosResult;
import dev.covenant.chaos.experiment.Finding;
import dev.covenant.chaos.sabotage.Struck;
import dev.covenant.chaos.schedule.Blow;

import static java.util.stream.Collectors.groupingBy;

/** Experiments, invariants, faults by kind, and the history of whatever was broken. */
record Tables(ChaosResult result, List<Finding> findings) {

    @Override
    public String toString() {
        return experiments() + promises() + faults() + failures() + violations();
    }

    private String experiments() {
        if (findings.isEmpty()) {
            return "";
        }
        return table(
                "Experiments",
                "Each made by itself, before the rest, on the same stack.",
                "<th>experiment</th><th>hypothesis</th><th>bound</th><th>measured</th><th></th>",
                findings.stream()
                        .map(finding -> "<tr><td><code>%s</code></td><td>%s</td><td>%s</td><td>%s</td>%s</tr>"
                                .formatted(
                                        finding.experiment(),
                                        Html.escaped(finding.hypothesis()),
                                        Html.escaped(finding.bound()),
                                        Html.escaped(finding.measured()),
                                        holds(finding.holds(), "held", "did not hold")))
                        .collect(Collectors.joining()));
    }

    private String promises() {
        return table(
                "What must always hold",
                "Everything that a customer was told, against the orders; then the audit of all books, the provider's included.",
                "<th>promise</th><th></th><th class='n'>looked at</th><th></th>",
                result.verdict().promises().stream()
                        .map(promise -> "<tr><td><code>%s</code></td><td>%s</td><td class='n'>%,d</td>%s</tr>"
                                .formatted(
                                        promise.name(),
                                        Html.escaped(promise.words()),
                                        promise.examined(),
                                        holds(promise.broken() == 0, "held", promise.broken() + " broken")))
                        .collect(Collectors.joining()));
    }

    private String faults() {
        Map<Blow, List<Struck>> byBlow = result.struck().stream()
                .collect(groupingBy(
                        struck -> struck.strike().blow(), () -> new EnumMap<>(Blow.class), Collectors.toList()));
        return table(
                "Faults by kind",
                "Ready again counts from the moment at which it was taken back; for what was killed, from its start.",
                "<th>kind</th><th class='n'>times</th><th class='n'>ready again: median</th><th class='n'>longest</th>",
                byBlow.entrySet().stream()
                        .map(kind -> "<tr><td><code>%s</code></td><td class='n'>%d</td>%s</tr>"
                                .formatted(kind.getKey(), kind.getValue().size(), recovery(kind.getValue())))
                        .collect(Collectors.joining()));
    }

    private static String recovery(List<Struck> those) {
        var millis = those.stream()
                .flatMap(struck -> struck.whole().map(whole -> whole.minus(struck.undone())).stream())
                .mapToLong(Duration::toMillis)
                .toArray();
        if (millis.length == 0) {
            return "<td class='n'>never</td><td class='n'>never</td>";
        }
        return "<td class='n'>%.1f s</td><td class='n'>%.1f s</td>"
                .formatted(Buckets.percentile(0.5, millis) / 1e3, Buckets.percentile(1, millis) / 1e3);
    }

    private String failures() {
        return result.failures().isEmpty()
                ? ""
                : "<h2>Not taken back in time</h2>\n"
                        + result.failures().stream()
                                .map(failure -> "<pre>%s</pre>\n".formatted(Html.escaped(failure)))
                                .collect(Collectors.joining());
    }

    private String violations() {
        return result.verdict().violations().isEmpty()
                ? ""
                : "<h2>What was broken</h2>\n"
                        + result.verdict().violations().stream()
                                .map(violation -> "<pre>%s</pre>\n".formatted(Html.escaped(violation.toString())))
                                .collect(Collectors.joining());
    }

    private static String holds(boolean holds, String yes, String no) {
        return "<td class='%s'>%s</td>".formatted(holds ? "good" : "bad", holds ? yes : no);
    }

    private static String table(String title, String words, String head, String rows) {
        return """
                <h2>%s</h2>
                <p class="soft">%s</p>
                <div class="table"><table><tr>%s</tr>
                %s</table></div>
                """.formatted(title, words, head, rows);
    }
}
