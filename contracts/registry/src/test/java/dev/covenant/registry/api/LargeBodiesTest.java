package dev.covenant.registry.api;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LargeBodiesTest {
    private final LargeBodies bodies = new LargeBodies(2, Duration.ofMillis(1));

    @Test
    void whoFindsNoPlaceInTimeIsTurnedAwayUntilOneIsGivenBack() {
        assertThat(bodies.take()).isTrue();
        assertThat(bodies.take()).isTrue();
        assertThat(bodies.take()).isFalse();

        bodies.giveBack();

        assertThat(bodies.take()).isTrue();
        assertThat(bodies.take()).isFalse();
    }
}
