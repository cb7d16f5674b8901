package dev.covenant.payments.api.v1;

import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the database itself refuses, whatever the service's code would do. */
@RealServer(setup = ProviderSetup.class)
class AppendOnlyLedgerIT {
    private final UUID payment = UuidV7.next();
    private final PaymentsUnderTest payments;
    private final PaymentsUnderTest finance;
    private final Jdbi runtime;
    private final Jdbi owner;

    AppendOnlyLedgerIT(ServerUnderTest server) {
        payments = PaymentsUnderTest.as("orders", server);
        finance = PaymentsUnderTest.asFinance("fay", server);
        runtime = Jdbi.create(server.runtime());
        owner = Jdbi.create(server.owner());
    }

    @BeforeEach
    void aJournal() {
        payments.authorize(payment, 100, "tok_approve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE posting SET amount = amount + 1",
                "UPDATE posting SET amount = 1 WHERE false",
                "DELETE FROM posting",
                "TRUNCATE posting",
                "UPDATE journal SET external_key = ''",
                "DELETE FROM journal",
                "TRUNCATE journal CASCADE"
            })
    void nothingInItIsChanged(String statement) {
        assertThatThrownBy(() -> execute(runtime, statement)).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(owner, statement))
                .rootCause()
                .hasMessageContaining("the ledger is append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE posting DISABLE TRIGGER ALL",
                "DROP TABLE posting CASCADE",
                "DELETE FROM payment",
                "INSERT INTO account VALUES ('sales', 'EUR')"
            })
    void theRuntimeRoleHasNoWayAround(String statement) {
        assertThatThrownBy(() -> execute(runtime, statement))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void anUnbalancedJournalIsRefusedAtCommit() {
        assertThatThrownBy(() -> journal("sales EUR 100", "refunds EUR -99"))
                .rootCause()
                .hasMessageContaining("does not sum to zero in each currency");
    }

    @Test
    void aJournalMustBalanceInEachCurrency() {
        assertThatThrownBy(() -> journal("sales EUR 100", "sales USD -100"))
                .rootCause()
                .hasMessageContaining("does not sum to zero in each currency");
    }

    @Test
    void aJournalOfOnePostingIsRefusedAtCommit() {
        assertThatThrownBy(() -> journal("sales EUR 100")).rootCause().hasMessageContaining("fewer than two postings");
    }

    @Test
    void aJournalOfNothingIsRefusedAtCommit() {
        assertThatThrownBy(() -> journal()).rootCause().hasMessageContaining("fewer than two postings");
    }

    @Test
    void aPostingOfNothingIsRefused() {
        assertThatThrownBy(() -> journal("sales EUR 0", "refunds EUR 0"))
                .rootCause()
                .hasMessageContaining("amount");
    }

    @Test
    void aLatePostingMustBalanceToo() {
        assertThatThrownBy(() -> execute(
                        runtime,
                        "INSERT INTO posting SELECT journal_id, 9, 'sales', 'EUR', 5 FROM journal WHERE payment_id = '%s'"
                                .formatted(payment)))
                .rootCause()
                .hasMessageContaining("does not sum to zero in each currency");
    }

    @Test
    void anEventIsWrittenOnce() {
        assertThatThrownBy(() -> execute(
                        runtime,
                        "INSERT INTO journal (external_key, payment_id, recorded_at) VALUES ('%s:authorize', '%s', now())"
                                .formatted(payment, payment)))
                .rootCause()
                .hasMessageContaining("journal_external_key_key");
    }

    @Test
    void aBalancedJournalIsAccepted() {
        journal("sales EUR 100", "refunds EUR -100");
        journal("sales EUR -100", "refunds EUR 100");

        assertThat(finance.http().get("api/v1/ledger/trial-balance").status()).isEqualTo(200);
    }

    private void journal(String... postings) {
        runtime.useTransaction(handle -> {
            var id = handle.createQuery("INSERT INTO journal (external_key, payment_id, recorded_at) "
                            + "VALUES (:key, :payment, now()) RETURNING journal_id")
                    .bind("key", "test:" + UuidV7.next())
                    .bind("payment", payment)
                    .mapTo(Long.class)
                    .one();
            for (var line = 0; line < postings.length; line++) {
                post(handle, id, line, postings[line].split(" "));
            }
        });
    }

    private static void post(Handle handle, long journal, int line, String... posting) {
        handle.execute(
                "INSERT INTO posting (journal_id, line, account, currency, amount) VALUES (?, ?, ?, ?, ?)",
                journal,
                line,
                posting[0],
                posting[1],
                Long.parseLong(posting[2]));
    }

    private static void execute(Jdbi role, String statement) {
        role.useHandle(handle -> handle.execute(statement));
    }
}
