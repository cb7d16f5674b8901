package dev.covenant.payments.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WaitTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @Test
    void getsShorterAsTimePasses() {
        var wait = Wait.of(Duration.ofSeconds(2), clock);
        assertThat(wait.left()).isEqualTo(Duration.ofSeconds(2));

        now.set(Instant.EPOCH.plusMillis(1500));
        assertThat(wait.left()).isEqualTo(Duration.ofMillis(500));

        now.set(Instant.EPOCH.plusSeconds(3));
        assertThat(wait.left().isPositive()).isFalse();
    }
}
