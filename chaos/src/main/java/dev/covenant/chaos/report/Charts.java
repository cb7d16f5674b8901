package dev.covenant.chaos.report;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.covenant.chaos.ChaosResult;
import dev.covenant.chaos.sabotage.Struck;
import dev.covenant.chaos.schedule.Target;
import dev.covenant.chaos.traffic.Visit;

/** Arrivals, outcomes, waits and faults over the same time. */
final class Charts {
    private static final int PLOT = 190;

    private final ChaosResult result;
    private final Duration whole;
    private final Buckets buckets;

    Charts(ChaosResult result) {
        this.result = result;
        this.whole = Stream.concat(
                        Stream.of(result.healed()),
                        result.visits().stream()
                                .flatMap(visit -> visit.heard().stream())
                                .map(Visit.Heard::at))
                .max(Duration::compareTo)
                .orElseThrow()
                .plusSeconds(1);
        this.buckets = new Buckets(whole);
    }

    /** From the moment at which a customer came, whether or not anybody had time for him, to his order; how often he had to send it included. */
    static Duration wait(Visit visit) {
        return visit.acknowledged()
                .map(answer -> answer.at().minus(visit.due()))
                .orElse(Duration.ZERO);
    }

    @Override
    public String toString() {
        return """
                <h2>What customers were told</h2>
                <p class="soft">Answers a second, and customers who came (dashed). Whoever was refused or got no answer sent the same request
                with the same key again, to the other replica. Shaded: something was struck.</p>
                %s<div class="chart">%s</div>
                <h2>How long they waited for their order</h2>
                <p class="soft">From the moment at which they came to the answer that there is an order, all repetitions included.</p>
                %s<div class="chart">%s</div>
                <h2>What was struck</h2>
                <p class="soft">Until it was taken back, and then until the part said that it is ready again. Hold the pointer over a bar.</p>
                %s<div class="chart">%s</div>
                """.formatted(
                key(Stream.of(Outcomes.values()).map(outcome -> "<li><i style='background:var(--c%d)'></i>%s</li>"
                        .formatted(outcome.ordinal(), outcome.words()))),
                outcomes(),
                key(Stream.of("c0:median", "c3:95th percentile", "c4:99th percentile")
                        .map(Charts::colour)),
                waits(),
                key(Stream.of("c4:struck", "c3:until ready again").map(Charts::colour)),
                faults());
    }

    private Chart outcomes() {
        var arrivals =
                buckets.perSecond(result.visits().stream().map(Visit::due).toList());
        var answers = Stream.of(Outcomes.values())
                .map(outcome -> buckets.perSecond(outcome.times(result.visits())))
                .toList();
        var scale = Scale.linear("/s", sum(answers), arrivals);
        var chart = bands(Chart.of("Answers a second over time", whole, PLOT)).scale(scale);
        var below = new double[buckets.count()];
        for (var outcome : Outcomes.values()) {
            chart.stacked(scale, buckets, answers.get(outcome.ordinal()), below, outcome.style());
        }
        return chart.line(scale, buckets, whileTheyCame(arrivals), "arrivals");
    }

    /** No line where nobody was to come any more, nor in the piece of time in which the last one came. */
    private double[] whileTheyCame(double[] arrivals) {
        var last = (int) (result.plan().time().toMillis() / 1e3 / buckets.seconds());
        for (int piece = last; piece < arrivals.length; piece++) {
            arrivals[piece] = Double.NaN;
        }
        return arrivals;
    }

    private Chart waits() {
        var scale = Scale.ofWaits();
        var acknowledged = result.visits().stream()
                .filter(visit -> visit.acknowledged().isPresent())
                .toList();
        return bands(Chart.of("Waits over time", whole, PLOT))
                .scale(scale)
                .line(scale, buckets, buckets.percentile(0.99, acknowledged, Charts::wait), "p99")
                .line(scale, buckets, buckets.percentile(0.95, acknowledged, Charts::wait), "p95")
                .line(scale, buckets, buckets.percentile(0.5, acknowledged, Charts::wait), "p50");
    }

    private Chart faults() {
        var lanes = Stream.of(Target.values()).map(Target::toString).toList();
        var chart = Chart.lanes("Faults over time", whole, lanes);
        for (var struck : result.struck()) {
            var lane = struck.strike().target().ordinal();
            chart.bar(lane, struck.begun(), struck.undone(), "fault", tip(struck));
            if (struck.over().minus(struck.undone()).toMillis() > 200) {
                chart.bar(lane, struck.undone(), struck.over(), "recovery", tip(struck));
            }
        }
        return chart;
    }

    private Chart bands(Chart chart) {
        result.struck().forEach(struck -> chart.band(struck.begun(), struck.undone(), "band"));
        return chart;
    }

    private static String tip(Struck struck) {
        return "#%d %s %s: struck at %.1f s, taken back after %.1f s, ready again after another %.1f s"
                .formatted(
                        struck.strike().number(),
                        struck.strike().blow(),
                        struck.strike().target(),
                        struck.begun().toMillis() / 1e3,
                        struck.undone().minus(struck.begun()).toMillis() / 1e3,
                        struck.over().minus(struck.undone()).toMillis() / 1e3);
    }

    private static String colour(String named) {
        var parts = named.split(":");
        return "<li><i style='background:var(--%s)'></i>%s</li>".formatted(parts[0], parts[1]);
    }

    private static String key(Stream<String> items) {
        return items.collect(Collectors.joining("", "<ul class='key'>", "</ul>\n"));
    }

    private static double[] sum(List<double[]> series) {
        var sum = new double[series.getFirst().length];
        series.forEach(values -> {
            for (int piece = 0; piece < sum.length; piece++) {
                sum[piece] += values[piece];
            }
        });
        return sum;
    }
}
