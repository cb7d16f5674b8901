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
        var waiting = await(LONG);
        assertThat(waiting).isNotDone();
        outcomes.decided(order);
        assertThat(waiting).isCompletedWithValue(WaitEnd.DECIDED);
    }

    @Test
    void endsTheWaitWhenTheOutcomeWillNotComeSoon() {
        var waiting = await(LONG);
        outcomes.heldUp(order);
        assertThat(waiting).isCompletedWithValue(WaitEnd.HELD_UP);
    }

    @Test
    void tellsEveryoneWhoWaitsForTheSameOrder() {
        var both = CompletableFuture.allOf(await(LONG), await(LONG));
        outcomes.decided(order);
        assertThat(both).isCompleted();
    }

    @Test
    void endsTheWaitWhenTheTimeIsUp() {
        var waiting = await(SHORT);
        outcomes.decided(UuidV7.next());
        assertThat(waiting).succeedsWithin(SOON).isEqualTo(WaitEnd.OUT_OF_TIME);
    }

    @Test
    void letsNobodyWaitBeyondTheLimitOfWaiters() {
        var first = await(LONG);
        var second = outcomes.await(UuidV7.next(), LONG, WaitEnd.OUT_OF_TIME);
        assertThat(await(LONG)).isCompletedWithValue(WaitEnd.CUT_SHORT);
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
    }

    @Test
    void givesPlacesBack() {
        for (var turn = 0; turn < 10; turn++) {
            var waiting = await(LONG);
            assertThat(waiting).isNotDone();
            outcomes.decided(order);
        }
    }

    @Test
    void keepsTheOthersWaitingWhenOneLeaves() {
        var staying = await(LONG);
        assertThat(await(SHORT)).succeedsWithin(SOON);
        assertThat(staying).isNotDone();
        outcomes.decided(order);
        assertThat(staying).isCompleted();
    }

    private CompletableFuture<WaitEnd> await(Duration limit) {
        return outcomes.await(order, limit, WaitEnd.OUT_OF_TIME);
    }
}
