package dev.covenant.chaos.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import dev.covenant.chaos.ChaosResult;
import dev.covenant.chaos.experiment.Finding;

/** What somebody wants to know who looks for five seconds. */
record Headline(ChaosResult result, List<Finding> findings) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    @Override
    public String toString() {
        var plan = result.plan();
        var waits = result.visits().stream()
                .filter(visit -> visit.acknowledged().isPresent())
                .mapToLong(visit -> Charts.wait(visit).toMillis())
                .toArray();
        return """
                <h1>Chaos: %s</h1>
                <p class="soft">%s. For %s, %s customers came each second while %d faults were made; then everything was healed and compared.
                Again: <code>%s</code></p>
                <div class="figures">%s%s%s%s%s%s%s</div>
                """.formatted(
                        "<span class='%s'>%s</span>"
                                .formatted(
                                        result.isClean() ? "good" : "bad",
                                        result.verdict().words()),
                        TIME.format(result.begun()),
                        time(),
                        number(plan.perSecond()),
                        result.struck().size(),
                        plan.command(),
                        figure("%,d".formatted(result.visits().size()), "customers"),
                        figure("%,d".formatted(waits.length), "orders acknowledged"),
                        figure("%d".formatted(result.struck().size()), "faults"),
                        figure("%d".formatted(result.verdict().count()), "promises broken"),
                        figure(quiet(), "from healed to nothing under way"),
                        figure(seconds(Buckets.percentile(0.5, waits)), "median wait for an order"),
                        figure(seconds(Buckets.percentile(0.99, waits)), "99th percentile of the wait"));
    }

    private String time() {
        var seconds = result.plan().time().toSeconds();
        return seconds < 120 ? seconds + " seconds" : number(seconds / 60.0) + " minutes";
    }

    private String quiet() {
        var millis = result.verdict().quietAfterMillis();
        return millis < 0
                ? "more than %d s".formatted(result.plan().quietWithin().toSeconds())
                : "%.1f s".formatted(millis / 1e3);
    }

    private static String seconds(double millis) {
        return millis < 1_000 ? "%.0f ms".formatted(millis) : "%.1f s".formatted(millis / 1e3);
    }

    private static String figure(String value, String what) {
        return "<div><b>%s</b><span>%s</span></div>".formatted(value, what);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : "%.1f".formatted(value);
    }
}
