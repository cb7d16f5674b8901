package dev.covenant.registry.cleanup;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CleanUpTest {
    @Test
    void nothingIsForgottenUnlessItIsConfiguredForHowLongToKeepIt() {
        assertThatCode(() -> cleanUp(Optional.empty()).begin(null)).doesNotThrowAnyException();
    }

    @Test
    void aServerThatWouldKeepNothingDoesNotStart() {
        assertThatThrownBy(() -> cleanUp(Optional.of(Duration.ofHours(23))).begin(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least P1D");
    }

    private static CleanUp cleanUp(Optional<Duration> keep) {
        return new CleanUp(schedulingNothing(), null, keep, Duration.ofMinutes(1), 200);
    }

    private static ManagedScheduledExecutorService schedulingNothing() {
        return (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                CleanUpTest.class.getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (_, method, _) -> {
                    throw new AssertionError("Must not schedule anything, by " + method);
                });
    }
}
