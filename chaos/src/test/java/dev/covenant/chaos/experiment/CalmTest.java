package dev.covenant.chaos.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.covenant.chaos.traffic.Caller.Told;

import static org.assertj.core.api.Assertions.assertThat;

class CalmTest {
    private static final Sample CONFIRMED = sample(201, Calm.WITHIN);
    private static final Sample LATE = sample(201, Calm.WITHIN.plusMillis(1));
    private static final Sample REFUSED = sample(503, Duration.ZERO);

    @Test
    void beginsWithTheFirstOfARowOfOrdersConfirmedInTime() {
        var samples = new ArrayList<>(List.of(LATE));
        samples.addAll(row(Calm.IN_A_ROW));
        assertThat(Calm.firstOfARow(numbered(samples))).hasValue(1);
    }

    /** An open circuit of one replica of two: every other order is refused. */
    @Test
    void isNotThereWhenAnOrderBetweenIsRefused() {
        var samples = new ArrayList<>(row(Calm.IN_A_ROW - 1));
        samples.add(REFUSED);
        samples.addAll(row(Calm.IN_A_ROW - 1));
        assertThat(Calm.firstOfARow(numbered(samples))).isEmpty();
    }

    private static List<Sample> row(int length) {
        return Collections.nCopies(length, CONFIRMED);
    }

    /** Due one nanosecond after the other, from 0. */
    private static List<Sample> numbered(List<Sample> samples) {
        var numbered = new ArrayList<Sample>();
        for (var sample : samples) {
            numbered.add(new Sample(numbered.size(), sample.took(), sample.told()));
        }
        return numbered;
    }

    private static Sample sample(int status, Duration took) {
        return new Sample(0, took, new Told(status, "{\"status\":\"CONFIRMED\"}", Duration.ZERO));
    }
}
