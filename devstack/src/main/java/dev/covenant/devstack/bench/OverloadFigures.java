package dev.covenant.devstack.bench;

/**
 * The result.
 *
 * @param peakPerSecond orders that can be confirmed each second
 * @param arrivingPerSecond orders that were sent each second
 */
public record OverloadFigures(double peakPerSecond, double arrivingPerSecond, Measured overloaded) {
    private static final double LEAST_SHARE = 0.8;
    private static final double REFUSED_WITHIN_MILLIS = 100;

    /** Whether enough is still confirmed, and whoever is refused hears so soon: at least 80 % of the peak, within 100 ms (95 of 100). */
    public boolean areBearable() {
        return share() >= LEAST_SHARE
                && overloaded.answers().wait(Outcome.REFUSED, 95) <= REFUSED_WITHIN_MILLIS
                && overloaded.answers().count(Outcome.FAILED) == 0;
    }

    /** As a table of a Markdown page. */
    public String table() {
        var answers = overloaded.answers();
        return """
                | | |
                |---|---|
                | most orders confirmed each second | %.1f |
                | orders arriving each second | %.1f |
                | confirmed each second meanwhile | %.1f (%.0f %% of the most) |
                | answered 201 / 202 / 503 overloaded / another 503 / otherwise | %d / %d / %d / %d / %d |
                | wait for 201: median, p95, p99 | %.0f, %.0f, %.0f ms |
                | wait for 503 overloaded: median, p95, p99, longest | %.1f, %.1f, %.1f, %.1f ms |
                """.formatted(
                        peakPerSecond,
                        arrivingPerSecond,
                        overloaded.confirmedPerSecond(),
                        100 * share(),
                        answers.count(Outcome.ENDED),
                        answers.count(Outcome.PENDING),
                        answers.count(Outcome.REFUSED),
                        answers.count(Outcome.GIVEN_UP),
                        answers.count(Outcome.FAILED),
                        answers.wait(Outcome.ENDED, 50),
                        answers.wait(Outcome.ENDED, 95),
                        answers.wait(Outcome.ENDED, 99),
                        answers.wait(Outcome.REFUSED, 50),
                        answers.wait(Outcome.REFUSED, 95),
                        answers.wait(Outcome.REFUSED, 99),
                        answers.wait(Outcome.REFUSED, 100));
    }

    private double share() {
        return overloaded.confirmedPerSecond() / peakPerSecond;
    }
}
