package dev.covenant.chaos.report;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.covenant.chaos.traffic.Visit;
import dev.covenant.chaos.traffic.Visits;

import static org.assertj.core.api.Assertions.assertThat;

class BucketsTest {
    private final Buckets buckets = new Buckets(Duration.ofSeconds(10));

    @Test
    void countsAsSoManyASecond() {
        var times = List.of(Duration.ZERO, Duration.ofMillis(1_999), Duration.ofSeconds(2), Duration.ofMinutes(5));
        // What comes behind the end is in the last piece.
        assertThat(buckets.perSecond(times)).containsExactly(1, 0.5, 0, 0, 0, 0.5);
    }

    @Test
    void knowsNoPercentileWhereNobodyCame() {
        var visit = Visits.at(Duration.ofSeconds(4))
                .told(202, UUID.randomUUID(), "PENDING")
                .over();
        assertThat(buckets.percentile(0.5, List.of(visit), Charts::wait))
                .containsExactly(Double.NaN, Double.NaN, 1_000, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void percentilesAreValuesThatThereWere() {
        var values = new long[] {40, 10, 30, 20};
        assertThat(Buckets.percentile(0.5, values)).isEqualTo(20);
        assertThat(Buckets.percentile(0.99, values)).isEqualTo(40);
        assertThat(Buckets.percentile(0, values)).isEqualTo(10);
    }

    @Test
    void waitsCountFromTheMomentAtWhichACustomerCame() {
        Visit visit = Visits.at(Duration.ofSeconds(4))
                .refused(503, "overloaded")
                .told(201, UUID.randomUUID(), "CONFIRMED")
                .over();
        assertThat(Charts.wait(visit)).isEqualTo(Duration.ofSeconds(2));
    }
}
