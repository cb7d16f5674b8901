package dev.covenant.orders.checkout;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import dev.covenant.orders.order.PricedLine;

import static org.assertj.core.api.Assertions.assertThat;

/** Inventory as its contract has it: idempotent, with remembered refusals and tombstones. */
final class FakeInventory implements Inventory {
    private static final StepAnswer DONE = new StepAnswer.Done();

    private final Map<UUID, State> reservations = new HashMap<>();
    private final Network network;
    private final Random random;
    private final Supplier<Direction> direction;

    /** @param direction of the saga, as it is committed */
    FakeInventory(Network network, Random random, Supplier<Direction> direction) {
        this.network = network;
        this.random = random;
        this.direction = direction;
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    enum State {
        HELD,
        REFUSED,
        EXPIRED,
        COMMITTED,
        RELEASED,
        RETURNED
    }

    @Override
    public String reservationOf(List<PricedLine> lines, Instant expiresAt) {
        return lines.size() + " until " + expiresAt;
    }

    @Override
    public CompletionStage<StepAnswer> reserve(UUID id, String request) {
        return network.send(() -> {
            if (request == null || random.nextInt(50) == 0) {
                return new StepAnswer.NotUnderstood("status 400");
            }
            var fate = random.nextInt(8) == 0 ? State.REFUSED : State.HELD;
            return held(reservations.computeIfAbsent(id, _ -> fate));
        });
    }

    @Override
    public CompletionStage<StepAnswer> commit(UUID id) {
        return network.send(() ->
                held(reservations.computeIfPresent(id, (_, state) -> state == State.HELD ? State.COMMITTED : state)));
    }

    @Override
    public CompletionStage<StepAnswer> release(UUID id) {
        assertThat(direction.get()).isEqualTo(Direction.BACKWARD);
        return network.send(() -> {
            var after =
                    reservations.merge(id, State.RELEASED, (state, released) -> state == State.HELD ? released : state);
            return after == State.COMMITTED ? refused("reservation-committed") : DONE;
        });
    }

    @Override
    public CompletionStage<StepAnswer> takeBack(UUID id) {
        assertThat(direction.get()).isNotEqualTo(Direction.FORWARD);
        return network.send(() -> {
            var after = reservations.merge(
                    id, State.RELEASED, (state, _) -> state == State.COMMITTED ? State.RETURNED : state);
            return after == State.RETURNED ? DONE : new StepAnswer.Unknown("problem reservation-not-committed");
        });
    }

    /** Holds are given up by the clock of inventory alone. */
    void sweep() {
        reservations.replaceAll((_, state) -> state == State.HELD ? State.EXPIRED : state);
    }

    Map<UUID, State> reservations() {
        return reservations;
    }

    private static StepAnswer held(State state) {
        return switch (state) {
            case HELD, COMMITTED -> DONE;
            case REFUSED -> refused("insufficient-stock");
            case EXPIRED -> refused("reservation-expired");
            case RELEASED, RETURNED -> refused("reservation-released");
            case null -> new StepAnswer.Unknown("status 404");
        };
    }

    private static StepAnswer refused(String type) {
        return new StepAnswer.Refused(type, type);
    }
}
