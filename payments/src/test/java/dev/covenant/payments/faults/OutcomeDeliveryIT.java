package dev.covenant.payments.faults;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.faults.Fault;
import dev.covenant.devstack.faults.FaultProxy;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.Eventually;
import dev.covenant.payments.testing.PaymentRows;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderCall;
import dev.covenant.payments.testing.ProviderSetup;
import dev.covenant.payments.testing.StubOrders;

import static org.assertj.core.api.Assertions.assertThat;

/** Who was told that his payment is PENDING is told what became of it, whatever dies or gets lost on the way. */
@RealServer(setup = ProviderSetup.class)
class OutcomeDeliveryIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String AUTHORIZED = "{\"status\":\"AUTHORIZED\"}";

    private final UUID id = UuidV7.next();
    private final ServerUnderTest server;
    private final PaymentsUnderTest payments;
    private final PaymentRows rows;
    private final StubOrders orders;
    private final FaultProxy toOrders;
    private final FaultProxy toProvider;

    OutcomeDeliveryIT(ServerUnderTest server) {
        this.server = server;
        payments = PaymentsUnderTest.as("orders", server);
        rows = PaymentRows.of(server);
        var setup = server.setup(ProviderSetup.class);
        orders = setup.orders();
        toOrders = setup.toOrders();
        toProvider = setup.proxy();
    }

    @AfterEach
    void ordersIsThere() {
        toOrders.heal();
    }

    @Test
    void thatItIsAuthorized() {
        isPending(payments, "tok_approve");

        awaitDelivery("ACKNOWLEDGED");
        assertThat(orders.told(id)).containsExactly(AUTHORIZED);
    }

    @Test
    void thatItIsDeclinedAndWhy() {
        isPending(payments, "tok_decline_card_expired");

        awaitDelivery("ACKNOWLEDGED");
        assertThat(orders.told(id)).containsExactly("{\"status\":\"DECLINED\",\"reason\":\"card_expired\"}");
    }

    @Test
    void whoWasAnsweredIsNotTold() {
        assertThat(payments.authorize(id, 700, "tok_approve").text("state")).isEqualTo("AUTHORIZED");

        assertThat(rows.deliveries(id)).isEmpty();
    }

    @Test
    void whoHasNoAddressIsNotTold() {
        var somebody = PaymentsUnderTest.as("somebody", server);
        isPending(somebody, "tok_approve");

        Eventually.holds("it is authorized", () -> somebody.stateOf(id).equals("AUTHORIZED"));
        assertThat(rows.deliveries(id)).isEmpty();
    }

    @Test
    void whoVoidedItIsNotTold() {
        server.setup(ProviderSetup.class).goAway();
        payments.authorize(id, 700, "tok_approve");
        payments.cancel(id);
        server.setup(ProviderSetup.class).comeBack();

        Eventually.holds("it is voided", () -> payments.stateOf(id).equals("VOIDED"));
        assertThat(rows.deliveries(id)).isEmpty();
    }

    @Test
    void aServerThatIsKilledBeforeItHasToldTellsWhenItIsBack() {
        var untold = toOrders.holdRequest(StubOrders.call(id));
        isPending(payments, "tok_approve");
        untold.awaitHeld(LIMIT);

        server.server().process().kill();
        assertThat(orders.told(id)).isEmpty();
        assertThat(rows.deliveries(id)).containsExactly("WAITING");
        server.server().start().awaitReady();

        awaitDelivery("ACKNOWLEDGED");
        assertThat(orders.told(id)).containsExactly(AUTHORIZED);
    }

    @Test
    void anAcknowledgementThatIsLostIsAskedForAgain() {
        toOrders.dropAnswer(StubOrders.call(id));
        isPending(payments, "tok_approve");

        awaitDelivery("ACKNOWLEDGED");
        assertThat(orders.told(id)).containsExactly(AUTHORIZED, AUTHORIZED);
    }

    @Test
    void thatOrdersDoesNotKnowThePaymentEndsIt() {
        orders.answer(id, 404, "{\"type\":\"urn:covenant:problem:payment-not-found\"}");
        isPending(payments, "tok_approve");

        awaitDelivery("NOT_KNOWN");
        assertThat(orders.told(id)).containsExactly(AUTHORIZED);
    }

    @Test
    void whateverElseIsAnsweredEndsNothingAndIsParkedAndToldAgain() {
        orders.answer(id, 404, "<html>no such page</html>");
        isPending(payments, "tok_approve");

        Eventually.holds("it is parked", () -> rows.isDeliveryParked(id));
        assertThat(rows.deliveries(id)).containsExactly("WAITING");
        orders.answerAsUsual(id);

        awaitDelivery("ACKNOWLEDGED");
    }

    @Test
    void whileOrdersIsAwayOutcomesWait() {
        toOrders.inject(new Fault.Reset());
        isPending(payments, "tok_approve");
        Eventually.holds("it was tried twice", () -> rows.deliveryTries(id) >= 2);
        assertThat(rows.deliveries(id)).containsExactly("WAITING");

        toOrders.heal();

        awaitDelivery("ACKNOWLEDGED");
        assertThat(orders.told(id)).containsExactly(AUTHORIZED);
    }

    @Test
    void howeverOldAnOutcomeIsItIsToldOn() {
        orders.answer(id, 503, "");
        isPending(payments, "tok_approve");
        Eventually.holds("it was tried", () -> rows.deliveryTries(id) >= 1);

        rows.deliveryIsOld(id);

        var before = rows.deliveryTries(id);
        Eventually.holds("it is tried again, twice", () -> rows.deliveryTries(id) >= before + 2);
        assertThat(rows.deliveries(id)).containsExactly("WAITING");
        orders.answerAsUsual(id);
        awaitDelivery("ACKNOWLEDGED");
    }

    /** The provider decides, and nobody hears it in time. */
    private void isPending(PaymentsUnderTest client, String token) {
        toProvider.dropAnswer(ProviderCall.authorize(id));
        var answer = client.authorizeImpatiently(id, 700, "EUR", token);
        assertThat(answer.text("state")).as(answer.body()).isEqualTo("PENDING");
    }

    private void awaitDelivery(String state) {
        Eventually.holds("the delivery is " + state, () -> rows.deliveries(id).contains(state));
    }
}
