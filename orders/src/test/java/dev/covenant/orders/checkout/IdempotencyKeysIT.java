package dev.covenant.orders.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.postgres.PostgresStart;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.orders.order.EventLog;
import dev.covenant.orders.order.OrderBook;
import dev.covenant.orders.order.Quote;
import dev.covenant.orders.support.OrdersDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The statements that keep one order to one key, on the real database. */
class IdempotencyKeysIT {
    private static final Lifetime LIFETIME = new Lifetime();
    private static final Duration HANDLING = Duration.ofMinutes(1);
    private static final Duration NO_MORE = Duration.ZERO;
    private static final StoredAnswer FIRST = new StoredAnswer(202, "{}");
    private static final StoredAnswer SECOND = new StoredAnswer(201, "{\"status\":\"CONFIRMED\"}");

    private static OrdersDatabase database;

    private final Jdbi jdbi = database.jdbi();
    private final IdempotencyKeys keys = new IdempotencyKeys(jdbi, 24);
    private final OrderBook orders = new OrderBook(jdbi, new EventLog(jdbi, (_, _) -> {}));
    private final IdempotencyKey key = new IdempotencyKey("ann", UuidV7.next().toString(), "fingerprint");

    @BeforeAll
    static void start() {
        var postgres = LIFETIME.own(new PostgresStart(Workspace.find()).throwAway(Ports.free()));
        database = OrdersDatabase.in(postgres, LIFETIME, "orders");
    }

    @AfterAll
    static void stop() {
        LIFETIME.close();
    }

    @Test
    void aKeyIsClaimedOnce() {
        var order = placedUnder(key, HANDLING);

        assertThat(claim(key, UuidV7.next(), HANDLING)).isFalse();
        assertThat(keys.find(key)).map(IdempotencyKeys.Used::orderId).contains(order);
    }

    @Test
    void theFirstAnswerStays() {
        var order = placedUnder(key, HANDLING);

        assertThat(keys.answered(key, order, FIRST)).contains(FIRST);
        assertThat(keys.answered(key, order, SECOND)).contains(FIRST);
        assertThat(keys.answered(key, UuidV7.next(), SECOND)).isEmpty();
    }

    @Test
    void isTakenOverOnceAndOnlyFromSomebodyWhoIsGone() {
        var order = placedUnder(key, HANDLING);
        assertThat(keys.takeOver(key, order, HANDLING)).isFalse();

        changeAllOf(key, "handled_until = now()");
        assertThat(keys.takeOver(key, UuidV7.next(), HANDLING)).isFalse();
        assertThat(keys.takeOver(key, order, HANDLING)).isTrue();
        assertThat(keys.takeOver(key, order, HANDLING)).isFalse();
    }

    @Test
    void isNotTakenOverOnceItIsAnswered() {
        var order = placedUnder(key, NO_MORE);
        keys.answered(key, order, FIRST);

        assertThat(keys.takeOver(key, order, HANDLING)).isFalse();
    }

    @Test
    void isReleasedByItsOwnOrderAndOnlyWithoutAnAnswer() {
        var order = placedUnder(key, HANDLING);
        assertThat(keys.release(key, UuidV7.next())).isFalse();
        assertThat(keys.release(key, order)).isTrue();
        assertThat(keys.find(key)).isEmpty();

        var next = placedUnder(key, HANDLING);
        keys.answered(key, next, FIRST);
        assertThat(keys.release(key, next)).isFalse();
    }

    @Test
    void isANewOneOnceItsTimeIsOver() {
        var first = placedUnder(key, HANDLING);
        keys.answered(key, first, FIRST);
        changeAllOf(key, "expires_at = now() - interval '1 second'");
        assertThat(keys.find(key)).isEmpty();

        var second = placedUnder(key, HANDLING);

        assertThat(keys.find(key)).hasValueSatisfying(used -> {
            assertThat(used.orderId()).isEqualTo(second);
            assertThat(used.answer()).isEmpty();
        });
    }

    @Test
    void expiredOnesAreForgottenAFewAtATime() {
        var expired = List.of("one", "two", "three").stream()
                .map(name -> new IdempotencyKey(key.key(), name, ""))
                .toList();
        expired.forEach(one -> placedUnder(one, HANDLING));
        expired.forEach(one -> changeAllOf(one, "expires_at = now() - interval '1 second'"));
        placedUnder(key, HANDLING);

        assertThat(List.of(keys.forgetExpired(2), keys.forgetExpired(2), keys.forgetExpired(2)))
                .containsExactly(2, 1, 0);
        assertThat(keys.find(key)).isPresent();
    }

    private UUID placedUnder(IdempotencyKey claimed, Duration handling) {
        var order = UuidV7.next();
        assertThat(claim(claimed, order, handling)).isTrue();
        return order;
    }

    private boolean claim(IdempotencyKey claimed, UUID order, Duration handling) {
        return database.transaction(() -> {
            var claims = keys.claim(claimed, order, handling);
            if (claims) {
                orders.place(order, claimed.subject(), new Quote.Priced(List.of(), "EUR", 1), Instant.EPOCH);
            }
            return claims;
        });
    }

    private void changeAllOf(IdempotencyKey changed, String assignment) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE idempotency_key SET %s WHERE subject = ? AND key = ?".formatted(assignment),
                changed.subject(),
                changed.key()));
    }
}
