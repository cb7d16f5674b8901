package dev.covenant.orders.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.orders.catalogue.ProductKind;
import dev.covenant.orders.order.OrderBook;
import dev.covenant.orders.order.OrderStatus;
import dev.covenant.orders.order.Quote;

/** The first transaction of a checkout: key, order, and a saga with every id and request that it will ever send. All or nothing. */
@ApplicationScoped
class OrderIntake {
    private final OrderBook orders;
    private final Sagas sagas;
    private final IdempotencyKeys keys;
    private final Inventory inventory;
    private final Payments payments;
    private final Replica replica;
    private final SagaSettings settings;
    private final Clock clock;

    @Inject
    OrderIntake(
            OrderBook orders,
            Sagas sagas,
            IdempotencyKeys keys,
            Inventory inventory,
            Payments payments,
            Replica replica,
            SagaSettings settings,
            Clock clock) {
        this.orders = orders;
        this.sagas = sagas;
        this.keys = keys;
        this.inventory = inventory;
        this.payments = payments;
        this.replica = replica;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty, and nothing written, when the key was taken meanwhile. */
    @Transactional
    Optional<Lease> accept(
            UUID orderId, OrderRequest request, Quote.Priced quote, IdempotencyKey key, Duration handling) {
        if (!keys.claim(key, orderId, handling)) {
            return Optional.empty();
        }
        var now = clock.instant();
        orders.place(orderId, request.customer(), quote, now);
        var saga = new CheckoutSaga(
                orderId,
                Direction.FORWARD,
                now.plus(settings.deadline()),
                OrderStatus.PENDING,
                null,
                false,
                plan(request, quote, now));
        return Optional.of(sagas.create(saga, replica.name(), settings.lease(), SagaTrace.begin(orderId)));
    }

    private Map<StepName, SagaStep> plan(OrderRequest request, Quote.Priced quote, Instant now) {
        var steps = new EnumMap<StepName, SagaStep>(StepName.class);
        var physical = quote.lines().stream()
                .filter(line -> line.kind() == ProductKind.PHYSICAL)
                .toList();
        if (!physical.isEmpty()) {
            var reservation = UuidV7.next();
            add(steps, StepName.RESERVE, reservation, inventory.reservationOf(physical, now.plus(settings.hold())));
            add(steps, StepName.COMMIT, reservation, null);
            add(steps, StepName.RELEASE, reservation, null);
            add(steps, StepName.RETURN, reservation, null);
        }
        var payment = UuidV7.next();
        add(
                steps,
                StepName.AUTHORIZE,
                payment,
                payments.authorizationOf(quote.total(), quote.currency(), request.paymentToken()));
        add(steps, StepName.CAPTURE, payment, null);
        add(steps, StepName.VOID, payment, null);
        add(steps, StepName.REFUND, UuidV7.next(), null);
        return steps;
    }

    private static void add(Map<StepName, SagaStep> steps, StepName name, UUID commandId, String request) {
        steps.put(name, new SagaStep(name, commandId, request, StepState.PLANNED, null, null));
    }
}
