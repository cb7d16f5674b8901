package dev.covenant.chassis.metrics;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Figures for gauges that a database knows. They are asked for at a fixed pace, whoever scrapes and how often, so that a scrape never
 * waits for the database; while it does not answer, the gauges are not a number rather than an old one.
 *
 * @param <T> the figures of one query
 */
public final class Sampled<T> {
    /** How old a gauge may be. */
    public static final Duration PACE = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(Sampled.class.getName());

    private final Supplier<T> query;
    private volatile T latest;

    private Sampled(Supplier<T> query) {
        this.query = query;
    }

    public static <T> Sampled<T> every(Duration pace, ScheduledExecutorService scheduler, Supplier<T> query) {
        var sampled = new Sampled<>(query);
        scheduler.scheduleWithFixedDelay(sampled::look, 0, pace.toMillis(), TimeUnit.MILLISECONDS);
        return sampled;
    }

    /** NaN when the last look failed. */
    public double get(ToDoubleFunction<T> figure) {
        var figures = latest;
        return figures == null ? Double.NaN : figure.applyAsDouble(figures);
    }

    /** Throws nothing: a scheduled task that throws once is never run again. */
    private void look() {
        try {
            latest = query.get();
        } catch (RuntimeException fault) {
            if (latest != null) {
                LOG.log(Level.WARNING, "The database gives no figures for metrics now: {0}", fault.toString());
            }
            latest = null;
        }
    }
}
