package dev.covenant.chaos.experiment;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.UUID;

import dev.covenant.chaos.ChaosStack;
import dev.covenant.chaos.sabotage.Hand;
import dev.covenant.chaos.schedule.Blow;
import dev.covenant.chaos.schedule.Strike;
import dev.covenant.chaos.schedule.Target;
import dev.covenant.chaos.traffic.Assortment;
import dev.covenant.chaos.traffic.Caller;
import dev.covenant.chaos.traffic.Caller.Told;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;

/** A stack with an assortment, for experiments that follow each other. */
public final class Lab implements AutoCloseable {
    private final HttpClient http = Caller.client();
    private final ChaosStack chaos;
    private final Hand hand;

    public Lab(ChaosStack chaos) {
        this.chaos = chaos;
        this.hand = new Hand(chaos);
        Assortment.offer(as("mia", Part.ORDERS, "merchandiser"), as("mia", Part.INVENTORY, "merchandiser"), 1);
    }

    /**
     * Returns when all is well, so that an experiment finds nothing of the one before it, such as a circuit that is still open.
     *
     * @throws DevstackException when it is not for a minute
     */
    public void awaitCalm() {
        try (var orders = Calm.orders(this)) {
            if (Calm.await(orders, System.nanoTime()).equals(Calm.LIMIT)) {
                throw new DevstackException(
                        "No experiment can begin: %d s have passed, and orders are not confirmed within %d ms"
                                .formatted(Calm.LIMIT.toSeconds(), Calm.WITHIN.toMillis()));
            }
        }
    }

    /** Strikes now. What it answers takes that back and returns when all is ready. */
    Runnable strike(Blow blow, Target target) {
        return hand.strike(new Strike(0, blow, target, Duration.ZERO, Duration.ZERO));
    }

    /** Places an order for one piece once, at one replica after the other. */
    Told order(int number, String sku) {
        var replicas = chaos.replicas();
        return customer()
                .at(replicas.get(number % replicas.size()))
                .order(sku, UUID.randomUUID().toString());
    }

    Told mug(int number) {
        return order(number, Assortment.A_MUG);
    }

    Told ebook(int number) {
        return order(number, Assortment.AN_EBOOK);
    }

    Told page() {
        return customer().get("api/v1/checkout?sku=%s:1&sku=%s:1".formatted(Assortment.A_MUG, Assortment.AN_EBOOK));
    }

    Told catalogue() {
        return customer().get("api/v1/products?limit=20");
    }

    Told stock() {
        return as("mia", Part.INVENTORY, "merchandiser").get("api/v1/stock/" + Assortment.A_MUG);
    }

    private Caller customer() {
        return as("lab", Part.ORDERS, "customer");
    }

    private Caller as(String subject, Part service, String role) {
        return Caller.of(chaos.stack(), service, subject, role, http);
    }

    /** Lets steady traffic flow. */
    static void pass(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
