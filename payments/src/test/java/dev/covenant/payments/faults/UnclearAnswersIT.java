package dev.covenant.payments.faults;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.money.Money;
import dev.covenant.payments.payment.PaymentState;
import dev.covenant.payments.testing.Eventually;
import dev.covenant.payments.testing.OddProvider;
import dev.covenant.payments.testing.PaymentRows;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderBooks;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be answered now, for whatever reason, is asked again after a pause, until it can. */
@RealServer(setup = ProviderSetup.class)
class UnclearAnswersIT {
    private static final String ANOTHER_KEY = "QW5vdGhlciBrZXksIGp1c3QgYXMgbG9uZyBhcyB0aGU=";
    private static final Duration LESS_THAN_A_LEASE = Duration.ofSeconds(6);

    private final UUID id = UuidV7.next();
    private final ServerUnderTest server;
    private final PaymentsUnderTest payments;
    private final ProviderBooks books;
    private final ProviderSetup provider;
    private final PaymentRows rows;

    UnclearAnswersIT(ServerUnderTest server) {
        this.server = server;
        rows = PaymentRows.of(server);
        payments = PaymentsUnderTest.as("orders", server);
        books = ProviderBooks.of(server);
        provider = server.setup(ProviderSetup.class);
    }

    @Test
    void anAnswerThatSaysNothingNewIsNoneAndIsNotWaitedForUntilTheLeaseEnds() {
        payments.authorize(id, 700, "tok_approve");
        provider.goAway();
        try (var _ = OddProvider.at(provider.uri(), "{\"state\": \"AUTHORIZED\"}")) {
            assertThat(payments.capture(id).problem()).isEqualTo("503 provider-unavailable");
        }
        provider.comeBack();

        Awaitility.await("it is captured").atMost(LESS_THAN_A_LEASE).until(() -> payments.stateOf(id)
                .equals("CAPTURED"));
        assertThat(books.entries(id)).containsExactly("AUTHORIZED", "CAPTURED");
    }

    @Test
    void aTokenThatAnotherKeySealedIsAskedForUntilTheRightKeyIsBack() {
        rows.payment(id, PaymentState.PENDING, new Money(700, "EUR"), "tok_approve");
        rows.sealToken(id, "tok_approve", ANOTHER_KEY);
        rows.leaseEnds(id);

        Awaitility.await("it is tried again and again")
                .atMost(LESS_THAN_A_LEASE)
                .until(() -> rows.tries(id) >= 4);
        assertThat(payments.stateOf(id)).isEqualTo("PENDING");
        assertThat(server.server().console()).content().doesNotContain("Could not resume " + id);

        rows.sealToken(id, "tok_approve", ProviderSetup.ENCRYPTION_KEY);

        Eventually.holds("it is authorized", () -> payments.stateOf(id).equals("AUTHORIZED"));
        assertThat(books.entries(id)).containsExactly("AUTHORIZED");
    }
}
