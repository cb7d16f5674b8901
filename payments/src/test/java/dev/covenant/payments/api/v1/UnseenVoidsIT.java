package dev.covenant.payments.api.v1;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.Answer;
import dev.covenant.payments.testing.Eventually;
import dev.covenant.payments.testing.PaymentRows;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

/** A void of an id never seen is remembered for 30 days; nothing else is ever forgotten. */
@RealServer(setup = ProviderSetup.class)
class UnseenVoidsIT {
    private final UUID id = UuidV7.next();
    private final PaymentsUnderTest payments;
    private final PaymentRows rows;
    private final Jdbi owner;
    /** In a transaction of its own, beside the owner. */
    private final Jdbi somebody;

    private final Jdbi runtime;

    UnseenVoidsIT(ServerUnderTest server) {
        payments = PaymentsUnderTest.as("orders", server);
        rows = PaymentRows.of(server);
        owner = Jdbi.create(server.owner());
        somebody = Jdbi.create(server.owner());
        runtime = Jdbi.create(server.runtime());
    }

    @Test
    void anOldOneIsForgottenAndItsIdIsNewAgain() {
        payments.cancel(id);

        age(id, 31);

        Eventually.holds("it is forgotten", () -> isGone(id));
        assertThat(payments.authorize(id, 700, "tok_approve").text("state")).isEqualTo("AUTHORIZED");
    }

    @Test
    void aYoungerOneAndAllThatEverReachedTheProviderStay() {
        var old = UuidV7.next();
        var authorizedOnce = UuidV7.next();
        var declined = UuidV7.next();
        payments.cancel(id);
        payments.authorize(authorizedOnce, 700, "tok_approve");
        payments.cancel(authorizedOnce);
        payments.authorize(declined, 700, "tok_decline_card_expired");
        payments.cancel(old);
        age(id, 29);
        age(authorizedOnce, 400);
        age(declined, 400);
        age(old, 31);

        Eventually.holds("the old one is forgotten", () -> isGone(old));

        assertThat(payments.stateOf(id)).isEqualTo("VOIDED");
        assertThat(payments.stateOf(authorizedOnce)).isEqualTo("VOIDED");
        assertThat(payments.stateOf(declined)).isEqualTo("DECLINED");
    }

    @Test
    void oneThatSomebodyLooksAtDoesNotHoldUpTheOthers() {
        var held = UuidV7.next();
        payments.cancel(held);
        payments.cancel(id);

        somebody.useTransaction(handle -> {
            handle.execute("SELECT FROM payment WHERE payment_id = ? FOR KEY SHARE", held);
            age(held, 31);
            age(id, 31);
            Eventually.holds("the other one is forgotten", () -> isGone(id));
            assertThat(isGone(held)).isFalse();
        });

        Eventually.holds("it is forgotten in its turn", () -> isGone(held));
    }

    @Test
    void anAuthorizationThatMeetsOneJustBeingForgottenIsNew() {
        payments.cancel(id);

        var answer = whileItIsForgotten(() -> payments.authorize(id, 700, "tok_approve"));

        assertThat(answer.text("state")).as(answer.body()).isEqualTo("AUTHORIZED");
    }

    @Test
    void aVoidThatMeetsOneJustBeingForgottenIsRememberedAnew() {
        payments.cancel(id);

        var answer = whileItIsForgotten(() -> payments.cancel(id));

        assertThat(answer.text("state")).as(answer.body()).isEqualTo("VOIDED");
        assertThat(payments.authorize(id, 700, "tok_approve").problem()).isEqualTo("409 payment-voided");
    }

    @Test
    void theRuntimeRoleCanHaveNothingElseDeleted() {
        payments.cancel(id);
        var paid = payments.captured(700, "tok_approve");

        forget(0, 1000);
        forget(-1, 1000);

        assertThat(isGone(id)).as("less than a day old, whatever it asks for").isFalse();
        assertThat(isGone(paid)).isFalse();
    }

    private void forget(int days, int most) {
        runtime.useHandle(handle -> handle.execute("SELECT forget_unseen_voids(?, ?)", days, most));
    }

    /** The request has seen the row and waits for it; then the row goes. */
    private Answer whileItIsForgotten(Supplier<Answer> request) {
        return somebody.inTransaction(handle -> {
                    handle.execute("SELECT FROM payment WHERE payment_id = ? FOR UPDATE", id);
                    var answer = CompletableFuture.supplyAsync(request);
                    Eventually.holds("the request waits for the row", rows::somebodyWaits);
                    handle.execute("DELETE FROM payment WHERE payment_id = ?", id);
                    return answer;
                })
                .join();
    }

    private void age(UUID payment, int days) {
        owner.useHandle(handle -> handle.execute(
                "UPDATE payment SET created_at = now() - make_interval(days => ?) WHERE payment_id = ?",
                days,
                payment));
    }

    private boolean isGone(UUID payment) {
        return payments.find(payment).status() == 404;
    }
}
