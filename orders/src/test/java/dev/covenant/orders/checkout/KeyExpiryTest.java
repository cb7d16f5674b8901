package dev.covenant.orders.checkout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyExpiryTest {
    /** How many keys each look at the table forgets; -1: the database is away. */
    private final Deque<Integer> looks = new ArrayDeque<>();

    private final KeyExpiry expiry = new KeyExpiry(new IdempotencyKeys(null, 24) {
        @Override
        int forgetExpired(int most) {
            var forgotten = looks.pop();
            if (forgotten < 0) {
                throw new IllegalStateException("The database is away");
            }
            return Math.min(forgotten, most);
        }
    });

    @Test
    void goesOnUntilNoneIsLeft() {
        looks.addAll(List.of(1_000, 1_000, 999, 7));

        expiry.look();

        assertThat(looks).containsExactly(7);
    }

    @Test
    void comesBackAfterAFault() {
        looks.addAll(List.of(-1, 0));

        expiry.look();
        expiry.look();

        assertThat(looks).isEmpty();
    }
}
