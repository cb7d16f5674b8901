package dev.covenant.acceptance;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.covenant.acceptance.Api.Answer;
import dev.covenant.devstack.faults.FaultProxy;
import dev.covenant.devstack.faults.HeldMessage;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A replica of orders of the test's own that has all the time in the world, with a proxy in front of each neighbour. On it a checkout
 * stands still at the message of the test's choice, so that whatever is then killed is killed at that very point.
 */
final class Stage implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Map<String, String> PATIENCE = Map.of(
            "ORDERS_INVENTORY_LIMIT_MS", "300000",
            "ORDERS_PAYMENTS_LIMIT_MS", "300000",
            "ORDERS_RESPONSE_DEADLINE_MS", "300000",
            "ORDERS_SAGA_DEADLINE_SECONDS", "900",
            "ORDERS_SAGA_LEASE_SECONDS", "900");

    private final Stack stack;
    private final Map<Part, FaultProxy> neighbours;
    private final LibertyServer orders;
    private final Shop shop;
    private final Books books;

    private Stage(Stack stack, Map<Part, FaultProxy> neighbours, Map<String, String> others) {
        this.stack = stack;
        this.neighbours = neighbours;
        var settings = new HashMap<>(PATIENCE);
        settings.putAll(others);
        settings.put("INVENTORY_URL", url(neighbours.get(Part.INVENTORY)));
        settings.put("PAYMENTS_URL", url(neighbours.get(Part.PAYMENTS)));
        this.orders = stack.replica(Part.ORDERS, "orders-on-stage", settings);
        this.shop = new Shop(stack, orders.baseUri());
        this.books = new Books(stack);
    }

    /** Beside the stack's own replica of orders. */
    static Stage open(Stack stack) {
        return new Stage(stack, proxies(stack, stack.ports().of(Part.PAYMENTS)), Map.of());
    }

    /** Instead of the stack's own replica of orders, which stands still until {@link #close()}. */
    static Stage openAlone(Stack stack) {
        return openAlone(stack, stack.ports().of(Part.PAYMENTS), Map.of());
    }

    static Stage openAlone(Stack stack, int paymentsPort) {
        return openAlone(stack, paymentsPort, Map.of());
    }

    /** @param settings what its replica reads from its environment beside the usual */
    static Stage openAlone(Stack stack, Map<String, String> settings) {
        return openAlone(stack, stack.ports().of(Part.PAYMENTS), settings);
    }

    private static Stage openAlone(Stack stack, int paymentsPort, Map<String, String> settings) {
        stack.server(Part.ORDERS).process().pause();
        return new Stage(stack, proxies(stack, paymentsPort), settings);
    }

    private static Map<Part, FaultProxy> proxies(Stack stack, int paymentsPort) {
        return Map.of(
                Part.INVENTORY, FaultProxy.forHttp(stack.ports().of(Part.INVENTORY)),
                Part.PAYMENTS, FaultProxy.forHttp(paymentsPort));
    }

    /** The replica itself, to be killed or to stand still. */
    LibertyServer orders() {
        return orders;
    }

    Api customer(String name) {
        return shop.customer(name);
    }

    /** The next such request gets as far as the proxy. */
    HeldMessage holdRequest(Message message) {
        return neighbours.get(message.callee()).holdRequest(message.match());
    }

    /** The next such request is done by the neighbour, and its answer gets as far as the proxy. */
    HeldMessage holdAnswer(Message message) {
        return neighbours.get(message.callee()).holdAnswer(message.match());
    }

    /** Starts an order that will send {@code message}; whoever wants to stop it has made the rule for that before. */
    Staged begin(Message message) {
        var journey = message.journey();
        var product = shop.mugs(journey.stock());
        var customer = customer("ann");
        var answer =
                Purchase.of("ann", journey.paymentToken(), product).inAHurry().send(customer);
        assertThat(answer.status()).as(answer.toString()).isIn(201, 202);
        var order = answer.text("orderId");
        if (journey == Journey.CANCELLED) {
            books.awaitDone(order);
            assertThat(cancel(order).status()).isEqualTo(202);
        }
        return new Staged(order, product, journey);
    }

    /**
     * Returns when the checkout does nothing but wait for the message that is held: what was asked beside it is answered, and
     * that is written. Until then the replica still writes, and by that prolongs its lease.
     */
    void awaitStandstill(Staged checkout, Message message, HeldMessage held) {
        held.awaitHeld(LIMIT);
        message.companion().ifPresent(other -> books.awaitAnswered(checkout.orderId(), other));
    }

    Answer cancel(String orderId) {
        return customer("ann").post("/api/v1/orders/%s/cancellation".formatted(orderId));
    }

    @Override
    public void close() {
        orders.close();
        neighbours.values().forEach(FaultProxy::close);
        resumeTheStacksOwn();
    }

    /** It takes up what it finds. */
    void resumeTheStacksOwn() {
        stack.server(Part.ORDERS).process().resume();
    }

    private static String url(FaultProxy proxy) {
        return "http://localhost:" + proxy.port();
    }

    /** An order that is under way here. */
    record Staged(String orderId, String product, Journey journey) {}
}
