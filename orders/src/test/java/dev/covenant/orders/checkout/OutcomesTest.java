package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomesTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final UUID order = UuidV7.next();
    private final Outcomes outcomes = new Outcomes(2);

    @Test
    void endsTheWaitWhenTheOrderIsDecided() {
        try (var wait = outcomes.expect(order)) {
            var waiting = CompletableFuture.runAsync(() -> wait.atMost(LONG));
            outcomes.decided(order);

            assertThat(waiting).succeedsWithin(SOON);
        }
    }

    @Test
    void hearsADecisionThatCameBeforeTheWait() {
        try (var wait = outcomes.expect(order)) {
            outcomes.decided(order);

            assertThat(CompletableFuture.runAsync(() -> wait.atMost(LONG))).succeedsWithin(SOON);
        }
    }

    @Test
    void tellsEveryoneWhoWaitsForTheSameOrder() {
        try (var first = outcomes.expect(order);
                var second = outcomes.expect(order)) {
            var both = CompletableFuture.allOf(
                    CompletableFuture.runAsync(() -> first.atMost(LONG)),
                    CompletableFuture.runAsync(() -> second.atMost(LONG)));
            outcomes.decided(order);

            assertThat(both).succeedsWithin(SOON);
        }
    }

    @Test
    void endsTheWaitWhenTheTimeIsUp() {
        try (var wait = outcomes.expect(order);
                var _ = outcomes.expect(UuidV7.next())) {
            outcomes.decided(UuidV7.next());

            assertThat(CompletableFuture.runAsync(() -> wait.atMost(SHORT))).succeedsWithin(SOON);
        }
    }

    @Test
    void letsNobodyWaitBeyondTheLimitOfWaiters() {
        try (var first = outcomes.expect(order);
                var _ = outcomes.expect(UuidV7.next());
                var third = outcomes.expect(order)) {
            assertThat(CompletableFuture.runAsync(() -> third.atMost(LONG))).succeedsWithin(SOON);
            assertThat(CompletableFuture.runAsync(() -> first.atMost(LONG))).isNotDone();
            outcomes.decided(order);
        }
    }

    @Test
    void givesPlacesBack() {
        outcomes.expect(order).close();
        outcomes.expect(order).close();
        outcomes.expect(order).close();

        try (var wait = outcomes.expect(order)) {
            var waiting = CompletableFuture.runAsync(() -> wait.atMost(LONG));
            assertThat(waiting).isNotDone();
            outcomes.decided(order);

            assertThat(waiting).succeedsWithin(SOON);
        }
    }

    @Test
    void keepsTheOthersWaitingWhenOneLeaves() {
        try (var staying = outcomes.expect(order)) {
            outcomes.expect(order).close();
            var waiting = CompletableFuture.runAsync(() -> staying.atMost(LONG));
            outcomes.decided(order);

            assertThat(waiting).succeedsWithin(SOON);
        }
    }
}
