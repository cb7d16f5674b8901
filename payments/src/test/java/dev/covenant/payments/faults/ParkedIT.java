package dev.covenant.payments.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.Eventually;
import dev.covenant.payments.testing.PaymentRows;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderBooks;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

/** What gets no answer for long is parked: told to people, once, and tried on. The server under test is patient for five tries. */
@RealServer(setup = ProviderSetup.class)
class ParkedIT {
    private final UUID id = UuidV7.next();
    private final ServerUnderTest server;
    private final PaymentsUnderTest payments;
    private final PaymentRows rows;
    private final ProviderSetup provider;

    ParkedIT(ServerUnderTest server) {
        this.server = server;
        rows = PaymentRows.of(server);
        payments = PaymentsUnderTest.as("orders", server);
        provider = server.setup(ProviderSetup.class);
    }

    @AfterEach
    void theProviderIsThere() {
        provider.comeBack();
    }

    @Test
    void workThatKeepsFailingIsToldOnceAndTriedOn() throws IOException {
        provider.goAway();
        payments.authorize(id, 700, "tok_approve");
        assertThat(rows.isParked(id)).isFalse();

        Eventually.holds("it is tried on when it is parked", () -> rows.isParked(id) && rows.tries(id) > 6);
        assertThat(warnings()).isEqualTo(1);

        provider.comeBack();

        Eventually.holds("it is authorized", () -> payments.stateOf(id).equals("AUTHORIZED"));
        assertThat(warnings()).isEqualTo(1);
        assertThat(rows.isParked(id)).isFalse();
        assertThat(ProviderBooks.of(server).entries(id)).containsExactly("AUTHORIZED");
    }

    private long warnings() throws IOException {
        try (var lines = Files.lines(server.server().console())) {
            return lines.filter(line -> line.contains("parked: " + id)).count();
        }
    }
}
