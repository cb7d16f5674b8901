package dev.covenant.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.covenant.acceptance.StubbornServer.Habit;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Inventory takes connections and gives no whole answer, and no circuit helps. Seen from outside, orders keeps its wait, its
 * connections and its threads in their bounds.
 */
@RealStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StubbornInventoryIT {
    private static final int CUSTOMERS = 40;
    private static final int MOST_COMMANDS = 24;
    /** One that is given up may be seen beside the next one before it has gone. */
    private static final int MOST_CONNECTIONS = 2 * MOST_COMMANDS;

    /** The server's own pool grows as it likes; each call of ours may cost one more. */
    private static final int MORE_THREADS = 50;

    private static final Map<String, String> NO_CIRCUIT = Map.of(
            "ORDERS_INVENTORY_CIRCUIT_WINDOW", "1000",
            "ORDERS_INVENTORY_CIRCUIT_LEAST_CALLS", "1000",
            // Nor is anybody turned away at the door.
            "COVENANT_ADMISSION_LEAST", "1000",
            "COVENANT_ADMISSION_MOST", "1000",
            // What could not be undone is left to the stack's own replica, or its calls would be counted as well.
            "ORDERS_RECOVERY_INTERVAL_MS", "3600000",
            // That one comes when all tests are over.
            "ORDERS_SAGA_DEADLINE_SECONDS", "3600",
            // As customers know it; the stack's own lets them wait longer.
            "ORDERS_RESPONSE_DEADLINE_MS", "2000",
            "ORDERS_INVENTORY_MOST_COMMANDS", Integer.toString(MOST_COMMANDS),
            "ORDERS_RESPONSE_MOST_WAITING", "1000");

    private final List<String> digital = new ArrayList<>();
    private final StubbornServer inventory = new StubbornServer();
    private final Stack stack;
    private final Books books;
    private LibertyServer orders;
    private Shop shop;
    private String mug;
    private String ebook;

    StubbornInventoryIT(Stack stack) {
        this.stack = stack;
        this.books = new Books(stack);
    }

    @BeforeAll
    void startAReplicaThatCallsIt() {
        var settings = new HashMap<>(NO_CIRCUIT);
        settings.put("INVENTORY_URL", inventory.url());
        orders = stack.replica(Part.ORDERS, "stubborn-inventory", settings);
        shop = new Shop(stack, orders.baseUri());
        mug = shop.mugs(10_000);
        ebook = shop.ebook();
        shop.order("ann", "tok_approve", ebook);
        // It calls the real one, and would go on with what this one cannot.
        stack.server(Part.ORDERS).process().kill();
    }

    /** The stack's own replica undoes what this one could not. */
    @AfterAll
    void theBooksAgreeAfterwards() {
        orders.close();
        inventory.close();
        stack.server(Part.ORDERS).start().awaitReady();
        books.settle();
        assertThat(digital)
                .allSatisfy(order -> assertThat(books.statusOf(order)).isEqualTo("CONFIRMED"));
        books.assertTheyAgree();
    }

    @ParameterizedTest
    @EnumSource
    void ordersStaysInItsBounds(Habit habit) {
        inventory.adopt(habit);
        var before = threads();
        var most = new AtomicInteger(before);
        var watch = Thread.startVirtualThread(() -> watchThreads(most));

        var answers = AtOnce.call(CUSTOMERS, number -> order(number, mug));

        watch.interrupt();
        System.out.printf(
                "inventory with %s: %d orders answered, at most %d connections to it and %d threads (%d before)%n",
                habit, answers.size(), inventory.mostOpen(), most.get(), before);
        assertThat(answers)
                .extracting(answer -> answer.text("title"))
                .containsOnly("Inventory temporarily unavailable");
        assertThat(inventory.mostOpen()).isBetween(1, MOST_CONNECTIONS);
        assertThat(most.get()).isLessThan(before + MORE_THREADS);
    }

    @Test
    void ordersThatNeedNoStockGoOnMeanwhile() {
        inventory.adopt(Habit.SILENCE);

        var answers = AtOnce.call(CUSTOMERS, number -> order(number, number % 10 == 0 ? ebook : mug));

        var taken = answers.stream().filter(answer -> answer.status() < 300).toList();
        assertThat(taken).hasSize(CUSTOMERS / 10);
        taken.forEach(answer -> digital.add(answer.text("orderId")));
    }

    private Api.Answer order(int customer, String sku) {
        var name = "c" + customer;
        return Purchase.of(name, "tok_approve", sku).send(shop.customer(name));
    }

    @Test
    void keepsNoConnectionThatItGaveUp() {
        inventory.adopt(Habit.SILENCE);
        Purchase.of("bob", "tok_approve", mug).send(shop.customer("bob"));

        await().atMost(Duration.ofMinutes(1)).until(() -> inventory.open() == 0);
    }

    private void watchThreads(AtomicInteger most) {
        while (!Thread.interrupted()) {
            most.accumulateAndGet(threads(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private int threads() {
        try (var tasks =
                Files.list(Path.of("/proc/%d/task".formatted(orders.process().pid())))) {
            return (int) tasks.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
