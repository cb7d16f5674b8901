package dev.covenant.chaos.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.covenant.chaos.traffic.Visit;

/** What happened, cut into equal pieces of time. */
final class Buckets {
    /** About as many as a small screen shows well. */
    private static final int WANTED = 120;

    /** Of shorter pieces, percentiles would be those of a handful. */
    private static final int SHORTEST_SECONDS = 2;

    private final Duration each;
    private final int count;

    /** @param whole the time to cut */
    Buckets(Duration whole) {
        this.each = Duration.ofSeconds(Math.max(SHORTEST_SECONDS, whole.toSeconds() / WANTED));
        this.count = (int) (whole.toMillis() / each.toMillis()) + 1;
    }

    int count() {
        return count;
    }

    double seconds() {
        return each.toMillis() / 1e3;
    }

    /** How many of them fall into each piece, as so many a second. */
    double[] perSecond(List<Duration> times) {
        var sums = new double[count];
        times.forEach(time -> sums[index(time)] += 1 / seconds());
        return sums;
    }

    /** A percentile of the waits of those who came in each piece, in milliseconds; not a number where nobody came. */
    double[] percentile(double share, List<Visit> visits, Function<Visit, Duration> wait) {
        var waits =
                IntStream.range(0, count).mapToObj(_ -> new ArrayList<Long>()).toList();
        visits.forEach(
                visit -> waits.get(index(visit.due())).add(wait.apply(visit).toMillis()));
        return waits.stream()
                .mapToDouble(those -> percentile(
                        share, those.stream().mapToLong(Long::longValue).toArray()))
                .toArray();
    }

    /** Of any values; not a number when there are none. */
    static double percentile(double share, long[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    private int index(Duration time) {
        return Math.clamp(time.toMillis() / each.toMillis(), 0, count - 1);
    }
}
