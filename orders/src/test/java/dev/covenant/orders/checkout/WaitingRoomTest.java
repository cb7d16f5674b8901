package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;

import static org.assertj.core.api.Assertions.assertThat;

class WaitingRoomTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final UUID order = UuidV7.next();
    private final WaitingRoom room = new WaitingRoom(2);

    @Test
    void endsTheWaitWhenTheOrderIsDecided() {
        var wait = room.enter(order, LONG);
        assertThat(wait).isNotDone();

        room.decided(order);
        assertThat(wait).isCompleted();
    }

    @Test
    void endsTheWaitOfEveryoneForTheSameOrder() {
        var first = room.enter(order, LONG);
        var second = room.enter(order, LONG);

        room.decided(order);
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
    }

    @Test
    void endsNoWaitForAnotherOrder() {
        var wait = room.enter(order, LONG);

        room.decided(UuidV7.next());
        assertThat(wait).isNotDone();
    }

    @Test
    void endsTheWaitWhenTheTimeIsUp() {
        assertThat(room.enter(order, SHORT)).succeedsWithin(SOON);
        assertThat(room.enter(order, Duration.ZERO)).succeedsWithin(SOON);
    }

    @Test
    void keepsTheOthersWaitingWhenTheTimeOfOneIsUp() {
        var patient = room.enter(order, LONG);
        assertThat(room.enter(order, SHORT)).succeedsWithin(SOON);
        assertThat(patient).isNotDone();

        room.decided(order);
        assertThat(patient).isCompleted();
    }

    @Test
    void letsNobodyWaitWhenItIsFull() {
        var first = room.enter(order, LONG);
        var second = room.enter(UuidV7.next(), LONG);

        assertThat(room.enter(order, LONG)).isCompleted();
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
    }

    @Test
    void hasPlaceAgainForEveryoneWhoLeft() {
        for (var times = 0; times < 10; times++) {
            var wait = room.enter(order, LONG);
            room.decided(order);
            assertThat(wait).isCompleted();
        }

        assertThat(room.enter(order, LONG)).isNotDone();
        assertThat(room.enter(order, LONG)).isNotDone();
        assertThat(room.enter(order, LONG)).isCompleted();
    }
}
