package dev.covenant.payments.api.v1;

import java.util.List;
import java.util.UUID;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.devstack.testing.ServerUnderTest;

/** What the provider itself has written down. */
record ProviderBooks(Jdbi jdbi) {
    static ProviderBooks of(ServerUnderTest server) {
        return new ProviderBooks(Jdbi.create(server.setup(ProviderSetup.class).books()));
    }

    /** All that happened to a charge, in order. */
    List<String> entries(UUID payment) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT kind FROM entry WHERE charge_id = :id ORDER BY seq")
                .bind("id", payment.toString())
                .mapTo(String.class)
                .list());
    }
}
