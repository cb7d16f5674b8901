package dev.covenant.orders.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.opentelemetry.api.OpenTelemetry;
import org.jdbi.v3.core.Jdbi;

import dev.covenant.chassis.telemetry.TracedWork;
import dev.covenant.orders.catalogue.ProductKind;
import dev.covenant.orders.order.Cart;
import dev.covenant.orders.order.EventLog;
import dev.covenant.orders.order.OrderBook;
import dev.covenant.orders.order.PricedLine;
import dev.covenant.orders.order.Quote;
import dev.covenant.orders.support.OrdersDatabase;

/** The service's own transactions on its real database, and what time and dying replicas do to the rows between them. */
final class SagaWorld {
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final SagaSettings SETTINGS = new SagaSettings(300, 300, 15, 100, 5_000, Integer.MAX_VALUE, 0);
    private static final long ALWAYS_MINUTES = 1_000_000;

    private final OrdersDatabase database;
    private final Jdbi jdbi;
    private final Sagas sagas;
    private final Leases leases;
    private final IdempotencyKeys keys;
    private final OrderBook orders;
    private final OwnMoves ownMoves;
    private final SagaProgress progress;
    private final SagaCancellation cancellation;
    private final ToldOutcome toldOutcome;
    private final Detachment detachment;
    private Instant now = Instant.now();

    SagaWorld(OrdersDatabase database) {
        this.database = database;
        jdbi = database.jdbi();
        var steps = new SagaSteps(jdbi, KEY);
        var events = new EventLog(jdbi, (_, _) -> {});
        sagas = new Sagas(jdbi, steps);
        leases = new Leases(jdbi);
        keys = new IdempotencyKeys(jdbi, 24);
        orders = new OrderBook(jdbi, events);
        ownMoves = new OwnMoves(sagas, steps, orders, events);
        var stepAnswers = new StepAnswers(steps, events);
        progress = new SagaProgress(leases, sagas, stepAnswers, ownMoves, SETTINGS, clock());
        toldOutcome = new ToldOutcome(sagas, stepAnswers);
        cancellation = new SagaCancellation(sagas, ownMoves, orders, clock(), ALWAYS_MINUTES);
        detachment = new Detachment(sagas, keys, ownMoves);
    }

    Neighbours neighbours(Inventory inventory, Payments payments) {
        return new Neighbours(
                inventory,
                payments,
                SETTINGS,
                new SagaTrace(new TracedWork(OpenTelemetry.noop().getTracer("test"))));
    }

    Lease place(UUID order, IdempotencyKey key, boolean physical, Inventory inventory, Payments payments) {
        var intake = new OrderIntake(orders, sagas, keys, inventory, payments, new Replica(), SETTINGS, clock());
        var kind = physical ? ProductKind.PHYSICAL : ProductKind.DIGITAL;
        var quote = new Quote.Priced(List.of(new PricedLine("A", "A", kind, 1, 100)), "EUR", 100);
        var request = new OrderRequest(key.subject(), new Cart(List.of(), "EUR"), "tok", 100);
        return database.transaction(() -> intake.accept(order, request, quote, key, Duration.ofSeconds(5)))
                .orElseThrow();
    }

    Progress advance(Lease lease, Map<StepName, StepAnswer> answers, Set<StepName> awaited) {
        return database.transaction(() -> progress.advance(lease, answers, awaited));
    }

    /** The replica dies before it commits. */
    void advanceInVain(Lease lease, Map<StepName, StepAnswer> answers, Set<StepName> awaited) {
        database.transactionThatIsNeverCommitted(() -> progress.advance(lease, answers, awaited));
    }

    CancelMove cancel(UUID order) {
        return database.transaction(() -> cancellation.cancel(order));
    }

    void hear(UUID payment, PaymentOutcome outcome) {
        sagas.paidWith(payment).ifPresent(order -> database.transaction(() -> toldOutcome.write(order, outcome)));
    }

    boolean giveUp(UUID order, IdempotencyKey key) {
        return database.transaction(() -> detachment.detach(order, key));
    }

    Optional<Lease> claimDue(String owner) {
        return leases.claimDue(owner, SETTINGS.lease(), 1).stream().findFirst();
    }

    void passDeadline() {
        now = now.plus(SETTINGS.deadline());
    }

    /** Whoever holds the lease is thought to be dead. */
    void endLease(UUID order) {
        change(
                "UPDATE checkout_saga SET lease_until = now() - interval '1 second' WHERE order_id = ? "
                        + "AND lease_until IS NOT NULL",
                order);
    }

    void endPause(UUID order) {
        change("UPDATE checkout_saga SET due_at = now() WHERE order_id = ?", order);
    }

    Direction direction(UUID order) {
        return ask(Direction.class, "SELECT direction FROM checkout_saga WHERE order_id = ?", order)
                .getFirst();
    }

    boolean isHolder(Lease lease) {
        return ask(
                        Boolean.class,
                        "SELECT state = 'RUNNING' AND lease_owner IS NOT DISTINCT FROM ? AND attempt = ? "
                                + "FROM checkout_saga WHERE order_id = ?",
                        lease.owner(),
                        lease.attempt(),
                        lease.orderId())
                .getFirst();
    }

    /** Everything that is written about the order. */
    List<String> rows(UUID order) {
        return List.of("customer_order", "checkout_saga", "saga_step", "order_event", "idempotency_key").stream()
                .flatMap(table -> ask(
                        String.class, "SELECT t::text FROM %s t WHERE order_id = ? ORDER BY 1".formatted(table), order)
                        .stream())
                .toList();
    }

    <T> List<T> ask(Class<T> type, String query, Object... values) {
        return jdbi.withHandle(
                handle -> handle.select(query, values).mapTo(type).list());
    }

    private void change(String statement, Object... values) {
        jdbi.useHandle(handle -> handle.execute(statement, values));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
