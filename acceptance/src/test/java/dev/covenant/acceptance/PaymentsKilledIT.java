package dev.covenant.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.covenant.acceptance.Stage.Staged;
import dev.covenant.devstack.faults.FaultProxy;
import dev.covenant.devstack.faults.HeldMessage;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Payments dies at every point between the request of orders and its own answer, all at one kill -9, and is started again. The
 * provider must have done each thing once.
 */
@RealStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentsKilledIT {
    /** Where a command stands when payments dies. */
    enum Point {
        /** That the provider is going to be asked is committed; it has not got the request. */
        PROVIDER_NOT_ASKED,
        /** The provider has done it; payments has not heard of it. */
        PROVIDER_NOT_HEARD,
        /** All is committed; orders has not heard of it. */
        NOT_ANSWERED,
        /** Payments is about to commit that the provider is going to be asked. */
        BEGINNING_NOT_COMMITTED,
        /** The provider's answer is there, and about to be committed. */
        OUTCOME_NOT_COMMITTED
    }

    record Gap(Message message, Point point) {
        @Override
        public String toString() {
            return message + ", " + point;
        }
    }

    private static final Map<Message, String> AT_PROVIDER = Map.of(
            Message.AUTHORIZE, "PUT /charges/[^/]+",
            Message.CAPTURE, "POST /charges/[^/]+/capture",
            Message.VOID, "POST /charges/[^/]+/void",
            Message.REFUND, "PUT /charges/[^/]+/refunds/[^/]+");
    private static final Map<String, String> PATIENCE = Map.of(
            "PROVIDER_ANSWER_LIMIT", "PT300S",
            "SETTLER_LEASE", "PT900S");

    private final Stack stack;
    private final Shop shop;
    private final Books books;
    private final Map<Gap, Staged> checkouts = new LinkedHashMap<>();
    private final List<HeldMessage> held = new ArrayList<>();
    private final List<RowLock> locks = new ArrayList<>();

    PaymentsKilledIT(Stack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    static Stream<Gap> gaps() {
        return Arrays.stream(Point.values())
                .flatMap(point -> Stream.of(Message.AUTHORIZE, Message.CAPTURE, Message.VOID, Message.REFUND)
                        .map(message -> new Gap(message, point)));
    }

    @BeforeAll
    void killPaymentsInEveryGap() {
        try (var provider = FaultProxy.forHttp(stack.ports().of(Part.PROVIDER));
                var payments = patientPayments(provider);
                var stage = Stage.openAlone(stack, payments.baseUri().getPort())) {
            gaps().forEach(gap -> checkouts.put(gap, bringTo(gap, stage, provider)));
            payments.process().kill();
            locks.forEach(RowLock::close);
            held.forEach(HeldMessage::drop);
            books.letAttemptsComeDue();
            payments.start().awaitReady();
            books.settle();
        }
    }

    private LibertyServer patientPayments(FaultProxy provider) {
        var settings = new LinkedHashMap<>(PATIENCE);
        settings.put("PROVIDER_URL", "http://localhost:" + provider.port());
        return stack.replica(Part.PAYMENTS, "patient-payments", settings);
    }

    private Staged bringTo(Gap gap, Stage stage, FaultProxy provider) {
        return switch (gap.point()) {
            case PROVIDER_NOT_ASKED -> stop(gap, stage, provider.holdRequest(AT_PROVIDER.get(gap.message())));
            case PROVIDER_NOT_HEARD -> stop(gap, stage, provider.holdAnswer(AT_PROVIDER.get(gap.message())));
            case NOT_ANSWERED -> stop(gap, stage, stage.holdAnswer(gap.message()));
            case BEGINNING_NOT_COMMITTED -> block(gap, stage, stage.holdRequest(gap.message()));
            case OUTCOME_NOT_COMMITTED -> block(gap, stage, provider.holdAnswer(AT_PROVIDER.get(gap.message())));
        };
    }

    private Staged stop(Gap gap, Stage stage, HeldMessage message) {
        var checkout = stage.begin(gap.message());
        held.add(message.awaitHeld(Stage.LIMIT));
        return checkout;
    }

    private Staged block(Gap gap, Stage stage, HeldMessage message) {
        var checkout = stage.begin(gap.message());
        message.awaitHeld(Stage.LIMIT);
        var lock = books.lockPayment(checkout.orderId());
        locks.add(lock);
        message.release();
        lock.awaitBlocked();
        return checkout;
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void theProviderDoesItOnce(Gap gap) {
        var checkout = checkouts.get(gap);
        assertThat(books.statusOf(checkout.orderId()))
                .isEqualTo(checkout.journey().ending());
        assertThat(books.providerEntriesFor(checkout.orderId()))
                .isEqualTo(checkout.journey().providerEntries());
        assertThat(shop.available(checkout.product()))
                .isEqualTo(checkout.journey().left());
    }

    @Test
    void theBooksAgree() {
        books.assertTheyAgree();
    }
}
