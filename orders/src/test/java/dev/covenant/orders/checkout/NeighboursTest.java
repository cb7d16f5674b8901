package dev.covenant.orders.checkout;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.telemetry.TracedWork;
import dev.covenant.orders.order.PricedLine;

import static dev.covenant.orders.checkout.StepName.AUTHORIZE;
import static dev.covenant.orders.checkout.StepName.RELEASE;
import static dev.covenant.orders.checkout.StepName.RESERVE;
import static dev.covenant.orders.checkout.StepName.VOID;
import static org.assertj.core.api.Assertions.assertThat;

class NeighboursTest {
    private static final StepAnswer NOT_ASKED = new StepAnswer.NotAsked("circuit open");
    private static final StepAnswer DONE = new StepAnswer.Done();

    private final AskedPayments payments = new AskedPayments();

    @Test
    void asksForNoMoneyWhileInventoryMayNotBeAsked() {
        var answers = neighbours(NOT_ASKED)
                .ask(EnumSet.of(RESERVE, AUTHORIZE), steps())
                .next();

        assertThat(answers.values()).hasSize(2).allMatch(StepAnswer.NotAsked.class::isInstance);
        assertThat(payments.asked).isFalse();
    }

    @Test
    void asksForTheMoneyOfAnOrderWhoseStockIsHeld() {
        var answers = neighbours(NOT_ASKED).ask(EnumSet.of(AUTHORIZE), steps()).next();

        assertThat(answers).isEqualTo(Map.of(AUTHORIZE, DONE));
    }

    @Test
    void asksForBothAtOnceOtherwise() {
        var answers =
                neighbours(DONE).ask(EnumSet.of(RESERVE, AUTHORIZE), steps()).next();

        assertThat(answers).isEqualTo(Map.of(RESERVE, DONE, AUTHORIZE, DONE));
    }

    @Test
    void givesTheMoneyBackWhileInventoryMayNotBeAsked() {
        var answers =
                neighbours(NOT_ASKED).ask(EnumSet.of(RELEASE, VOID), steps()).next();

        assertThat(answers).isEqualTo(Map.of(RELEASE, NOT_ASKED, VOID, DONE));
    }

    private Neighbours neighbours(StepAnswer ofInventory) {
        return new Neighbours(
                new InventoryThatAnswers(ofInventory),
                payments,
                new SagaSettings(300, 300, 15, 100, 5_000, Integer.MAX_VALUE, 0),
                new SagaTrace(new TracedWork(OpenTelemetry.noop().getTracer("test"))));
    }

    private static Map<StepName, SagaStep> steps() {
        var steps = new EnumMap<StepName, SagaStep>(StepName.class);
        for (var name : StepName.values()) {
            steps.put(name, new SagaStep(name, UUID.randomUUID(), "{}", StepState.PLANNED, null, null));
        }
        return steps;
    }

    private record InventoryThatAnswers(StepAnswer answer) implements Inventory {
        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public String reservationOf(List<PricedLine> lines, Instant expiresAt) {
            return "{}";
        }

        @Override
        public CompletionStage<StepAnswer> reserve(UUID reservationId, String request) {
            return CompletableFuture.completedStage(answer);
        }

        @Override
        public CompletionStage<StepAnswer> commit(UUID reservationId) {
            return CompletableFuture.completedStage(answer);
        }

        @Override
        public CompletionStage<StepAnswer> release(UUID reservationId) {
            return CompletableFuture.completedStage(answer);
        }

        @Override
        public CompletionStage<StepAnswer> takeBack(UUID reservationId) {
            return CompletableFuture.completedStage(answer);
        }
    }

    private static final class AskedPayments implements Payments {
        private boolean asked;

        @Override
        public String authorizationOf(long amount, String currency, String paymentToken) {
            return "{}";
        }

        @Override
        public CompletionStage<StepAnswer> authorize(UUID paymentId, String request) {
            return done();
        }

        @Override
        public CompletionStage<StepAnswer> capture(UUID paymentId) {
            return done();
        }

        @Override
        public CompletionStage<StepAnswer> voidPayment(UUID paymentId) {
            return done();
        }

        @Override
        public CompletionStage<StepAnswer> refund(UUID paymentId, UUID refundId) {
            return done();
        }

        private CompletionStage<StepAnswer> done() {
            asked = true;
            return CompletableFuture.completedStage(DONE);
        }
    }
}
