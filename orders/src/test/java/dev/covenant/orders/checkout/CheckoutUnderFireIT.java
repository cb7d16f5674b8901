package dev.covenant.orders.checkout;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.postgres.PostgresStart;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.orders.support.OrdersDatabase;

/**
 * Thousands of checkouts under fire, on the real rules, transactions and database. Each has a number, from which all its chances
 * follow: {@code -Dfire.first=<number> -Dfire.runs=1} runs that one again.
 */
class CheckoutUnderFireIT {
    private static final int FIRST = Integer.getInteger("fire.first", 1);
    private static final int RUNS = Integer.getInteger("fire.runs", 2_000);
    /** Each run waits for the database most of the time. */
    private static final int SIDE_BY_SIDE = 4;

    private static final Logger COMPLAINTS = Logger.getLogger(SagaProgress.class.getName());
    private static final Lifetime LIFETIME = new Lifetime();
    private static List<OrdersDatabase> databases;

    @BeforeAll
    static void start() {
        // They are part of the game.
        COMPLAINTS.setLevel(Level.OFF);
        var postgres = LIFETIME.own(new PostgresStart(Workspace.find()).throwAway(Ports.free()));
        databases = IntStream.range(0, SIDE_BY_SIDE)
                .mapToObj(number -> OrdersDatabase.in(postgres, LIFETIME, "orders_" + number))
                .toList();
    }

    @AfterAll
    static void stop() {
        LIFETIME.close();
        COMPLAINTS.setLevel(null);
    }

    @Test
    void alwaysEndsWithTheBooksInOrder() {
        var lanes = IntStream.range(0, SIDE_BY_SIDE)
                .mapToObj(lane -> CompletableFuture.runAsync(() -> runEach(lane)))
                .toList();

        lanes.forEach(CompletableFuture::join);
    }

    private static void runEach(int lane) {
        for (var number = FIRST + lane; number < FIRST + RUNS; number += SIDE_BY_SIDE) {
            var checkout = new CheckoutUnderFire(new SagaWorld(databases.get(lane)), number);
            try {
                checkout.run();
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "Checkout number %d:%n%s".formatted(number, String.join("\n", checkout.story())), failure);
            }
        }
    }
}
