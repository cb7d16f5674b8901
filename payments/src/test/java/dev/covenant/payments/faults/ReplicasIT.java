package dev.covenant.payments.faults;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.faults.FaultProxy;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.Answer;
import dev.covenant.payments.testing.Eventually;
import dev.covenant.payments.testing.PaymentRows;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderBooks;
import dev.covenant.payments.testing.ProviderCall;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

/** Two replicas on one database: they never do a thing twice, and what one of them cannot finish the other one does. */
@RealServer(setup = ProviderSetup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int TIMES = 20;

    private final ServerUnderTest server;
    private final PaymentRows rows;
    private final ProviderBooks books;
    private final FaultProxy proxy;
    private final PaymentsUnderTest first;
    private LibertyServer replica;
    private PaymentsUnderTest second;

    ReplicasIT(ServerUnderTest server) {
        this.server = server;
        rows = PaymentRows.of(server);
        books = ProviderBooks.of(server);
        proxy = server.setup(ProviderSetup.class).proxy();
        first = PaymentsUnderTest.as("orders", server);
    }

    @BeforeAll
    void aSecondReplica() {
        replica = server.replica("second", Map.of());
        second = first.at(replica.baseUri());
    }

    @AfterAll
    void oneIsEnough() {
        replica.close();
    }

    @Test
    void theSameCommandsAtOnceOverBothAreDoneOnce() {
        var id = UuidV7.next();
        var refund = UuidV7.next();

        atOnce(payments -> payments.authorize(id, 900, "tok_approve"));
        awaitState(id, "AUTHORIZED");
        atOnce(payments -> payments.capture(id));
        awaitState(id, "CAPTURED");
        atOnce(payments -> payments.refundAll(id, refund));

        Eventually.holds("it is refunded", () -> rows.openAttempts(id) == 0);
        assertThat(books.entries(id)).containsExactly("AUTHORIZED", "CAPTURED", "REFUND_SUCCEEDED");
        assertThat(rows.journals(id)).containsExactly(id + ":authorize", id + ":capture", refund + ":refund");
    }

    @Test
    void captureAndVoidAtOnceOverBothEndInOneOfBoth() {
        var id = UuidV7.next();
        first.authorize(id, 900, "tok_approve");

        var voids = AtOnce.call(4, number -> number % 2 == 0 ? second.capture(id) : first.cancel(id)).stream()
                .filter(answer -> answer.status() == 200 && answer.text("state").startsWith("VOID"))
                .count();

        Eventually.holds("it is settled", () -> rows.openAttempts(id) == 0);
        assertThat(first.stateOf(id)).isEqualTo(voids > 0 ? "VOIDED" : "CAPTURED");
        assertThat(books.entries(id)).containsExactly("AUTHORIZED", first.stateOf(id));
    }

    @Test
    void eachOutcomeIsToldOnceByOneOfBoth() {
        var ids = AtOnce.call(TIMES, number -> {
            var id = UuidV7.next();
            proxy.dropAnswer(ProviderCall.authorize(id));
            (number % 2 == 0 ? first : second).authorizeImpatiently(id, 900, "EUR", "tok_approve");
            return id;
        });

        Eventually.holds("all are acknowledged", () -> ids.stream()
                .allMatch(id -> rows.deliveries(id).contains("ACKNOWLEDGED")));
        var orders = server.setup(ProviderSetup.class).orders();
        assertThat(ids).allSatisfy(id -> assertThat(orders.told(id)).hasSize(1));
    }

    @Test
    @Order(Integer.MAX_VALUE) // It takes the replica from the others.
    void whatADeadReplicaWasAskingAboutIsAskedByTheOther() {
        var id = UuidV7.next();
        second.authorize(id, 900, "tok_approve");
        var answer = proxy.holdAnswer(ProviderCall.capture(id));
        var capture = CompletableFuture.supplyAsync(() -> second.capture(id));
        answer.awaitHeld(LIMIT);

        replica.process().kill();

        awaitState(id, "CAPTURED");
        assertThat(capture).failsWithin(LIMIT);
        assertThat(books.entries(id)).containsExactly("AUTHORIZED", "CAPTURED");
    }

    @Test
    void anApprovalThatASleepingReplicaHeardLateChangesNothing() {
        var id = UuidV7.next();
        var approval = proxy.holdAnswer(ProviderCall.authorize(id));
        var sleeper = CompletableFuture.supplyAsync(() -> second.authorize(id, 900, "tok_approve"));
        approval.awaitHeld(LIMIT);
        replica.process().pause();
        rows.leaseEnds(id);
        awaitState(id, "AUTHORIZED");
        first.capture(id);
        first.refund(id, UuidV7.next(), 300);
        var journals = rows.journals(id);

        approval.release();
        replica.process().resume();

        assertThat(sleeper.join().content()).isEqualTo(first.find(id).content());
        assertThat(rows.journals(id)).isEqualTo(journals);
        assertThat(books.entries(id)).containsExactly("AUTHORIZED", "CAPTURED", "REFUND_SUCCEEDED");
    }

    @Test
    void anApprovalThatASleepingReplicaHeardLateIsNotBookedAfterTheVoid() {
        var id = UuidV7.next();
        var approval = proxy.holdAnswer(ProviderCall.authorize(id));
        var sleeper = CompletableFuture.supplyAsync(() -> second.authorize(id, 900, "tok_approve"));
        approval.awaitHeld(LIMIT);
        replica.process().pause();
        assertThat(first.cancel(id).text("state")).isEqualTo("VOIDING");
        awaitState(id, "VOIDED");

        approval.release();
        replica.process().resume();

        assertThat(sleeper.join().problem()).isEqualTo("409 payment-voided");
        assertThat(rows.journals(id)).isEmpty();
        assertThat(books.entries(id)).containsExactly("AUTHORIZED", "VOIDED");
    }

    private void atOnce(Function<PaymentsUnderTest, Answer> command) {
        AtOnce.call(TIMES, number -> command.apply(number % 2 == 0 ? first : second))
                .forEach(answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(200));
    }

    private void awaitState(UUID id, String state) {
        Eventually.holds("the payment is " + state, () -> first.stateOf(id).equals(state));
    }
}
