package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.orders.order.OrderHistory;
import dev.covenant.orders.order.OrderStatus;
import dev.covenant.orders.order.Quote;
import dev.covenant.orders.order.Quotes;

/**
 * Places an order once per key, and waits for its outcome for a bounded time. What it leaves behind when it stops waiting, or dies, is
 * a saga that goes on by itself.
 */
@ApplicationScoped
public class PlaceOrder {
    /** Beyond the wait for the outcome, a request needs this to write its answer; then a retry may take over. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);

    private final Quotes quotes;
    private final OrderHistory orders;
    private final IdempotencyKeys keys;
    private final OrderIntake intake;
    private final Inventory inventory;
    private final SagaRunner runner;
    private final Outcomes outcomes;
    private final Duration patience;

    @Inject
    public PlaceOrder(
            Quotes quotes,
            OrderHistory orders,
            IdempotencyKeys keys,
            OrderIntake intake,
            Inventory inventory,
            SagaRunner runner,
            Outcomes outcomes,
            @ConfigProperty(name = "orders.response.deadline-ms") long patience) {
        this.quotes = quotes;
        this.orders = orders;
        this.keys = keys;
        this.intake = intake;
        this.inventory = inventory;
        this.runner = runner;
        this.outcomes = outcomes;
        this.patience = Duration.ofMillis(patience);
    }

    /** @param callerWaits how long the caller will wait; the answer comes by then or by our own limit, whichever is sooner */
    public Placement place(OrderRequest request, IdempotencyKey key, Function<Duration, Duration> callerWaits) {
        var used = keys.find(key);
        if (used.isPresent()) {
            return retry(used.get(), key, callerWaits);
        }
        return switch (quotes.quote(request.cart())) {
            case Quote.Priced quote when quote.total() != request.expectedTotal() -> new Placement.PriceChanged(quote);
            case Quote.Priced quote when quote.needsStock() && !inventory.isAvailable() -> new Placement.NoInventory();
            case Quote.Priced quote -> begin(request, quote, key, callerWaits);
            case Quote noPrice -> new Placement.NoPrice(noPrice);
        };
    }

    /**
     * Remembers the answer under the key, for whoever sends the request again.
     *
     * @return the answer to give: the first one; empty when the key is not this order's any more
     */
    public Optional<StoredAnswer> answered(IdempotencyKey key, UUID orderId, StoredAnswer answer) {
        return keys.answered(key, orderId, answer);
    }

    private Placement begin(
            OrderRequest request, Quote.Priced quote, IdempotencyKey key, Function<Duration, Duration> callerWaits) {
        var orderId = UuidV7.next();
        var lease = intake.accept(orderId, request, quote, key, handling());
        if (lease.isEmpty()) {
            return keys.find(key).map(used -> retry(used, key, callerWaits)).orElseGet(Placement.StillRunning::new);
        }
        var waited = await(orderId, callerWaits);
        runner.start(lease.get());
        return new Placement.Placed(orderId, waited);
    }

    private Placement retry(IdempotencyKeys.Used used, IdempotencyKey key, Function<Duration, Duration> callerWaits) {
        if (!used.fingerprint().equals(key.fingerprint())) {
            return new Placement.KeyReused();
        }
        if (used.answer().isPresent()) {
            return new Placement.Answered(used.orderId(), used.answer().get());
        }
        if (used.handled() || !keys.takeOver(key, used.orderId(), handling())) {
            return new Placement.StillRunning();
        }
        var waited = await(used.orderId(), callerWaits);
        if (!isPending(used.orderId(), key.subject())) {
            // Decided before anybody here listened.
            outcomes.decided(used.orderId());
        }
        return new Placement.Placed(used.orderId(), waited);
    }

    private CompletableFuture<WaitEnd> await(UUID orderId, Function<Duration, Duration> callerWaits) {
        var wait = callerWaits.apply(patience);
        return outcomes.await(orderId, wait, wait.compareTo(patience) < 0 ? WaitEnd.CUT_SHORT : WaitEnd.OUT_OF_TIME);
    }

    private boolean isPending(UUID orderId, String customer) {
        return orders.find(orderId, customer)
                .filter(placed -> placed.order().status() == OrderStatus.PENDING)
                .isPresent();
    }

    private Duration handling() {
        return patience.plus(TO_ANSWER);
    }
}
