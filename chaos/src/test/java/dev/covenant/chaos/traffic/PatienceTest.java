package dev.covenant.chaos.traffic;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

class PatienceTest {
    private final Patience patience = new Patience();

    @Test
    void waitsAtLeastAsLongAsItIsAskedTo() {
        patience.healed();
        assertThat(pause(0, Duration.ofMillis(300))).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    /** Six seconds at least, else. */
    @Test
    @Timeout(60)
    void whoWaitsWhenAllIsHealedComesSoon() throws InterruptedException {
        var waiting = Thread.startVirtualThread(() -> patience.pause(9, Duration.ZERO));
        assertThat(waiting.join(Duration.ofMillis(100))).isFalse();
        patience.healed();
        waiting.join();
        assertThat(pause(9, Duration.ZERO)).isGreaterThanOrEqualTo(Duration.ofMillis(1_500));
    }

    private Duration pause(int times, Duration retryAfter) {
        var begun = System.nanoTime();
        patience.pause(times, retryAfter);
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
