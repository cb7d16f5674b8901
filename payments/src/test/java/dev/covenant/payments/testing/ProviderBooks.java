package dev.covenant.payments.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.money.Money;

import static org.assertj.core.api.Assertions.assertThat;

/** What the provider itself has written down; and, past our service, a way to have it write. */
public record ProviderBooks(Jdbi jdbi, HttpCaller http) {
    public static ProviderBooks of(ServerUnderTest server) {
        var setup = server.setup(ProviderSetup.class);
        return new ProviderBooks(Jdbi.create(setup.books()), setup.http());
    }

    /** All that happened to a charge, in order. */
    public List<String> entries(UUID payment) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT kind FROM entry WHERE charge_id = :id ORDER BY seq")
                .bind("id", payment.toString())
                .mapTo(String.class)
                .list());
    }

    public void authorize(UUID payment, Money money, String token) {
        check(http.put(
                "charges/" + payment, Map.of("amount", money.amount(), "currency", money.currency(), "token", token)));
    }

    public void capture(UUID payment) {
        check(http.post("charges/" + payment + "/capture"));
    }

    public void cancel(UUID payment) {
        check(http.post("charges/" + payment + "/void"));
    }

    /** As if the provider had never heard of it. */
    public void remove(UUID payment) {
        jdbi.useTransaction(handle -> {
            handle.execute("ALTER TABLE entry DISABLE TRIGGER append_only");
            handle.execute("DELETE FROM entry WHERE charge_id = ?", payment.toString());
            handle.execute("DELETE FROM refund WHERE charge_id = ?", payment.toString());
            handle.execute("DELETE FROM charge WHERE id = ?", payment.toString());
            handle.execute("ALTER TABLE entry ENABLE TRIGGER append_only");
        });
    }

    private static void check(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
