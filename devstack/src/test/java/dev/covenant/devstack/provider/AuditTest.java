package dev.covenant.devstack.provider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AuditTest {

    @RegisterExtension
    static final RunningProvider PROVIDER = new RunningProvider();

    private final ProviderClient client = PROVIDER.client();

    @BeforeAll
    static void threeCharges() {
        ProviderClient client = PROVIDER.client();
        client.authorize("B-captured", 100, "tok_approve");
        client.capture("B-captured");
        client.refund("B-captured", "r1", 30);
        client.refund("B-captured", "r2", 20);
        client.authorize("a-declined", 100, "tok_decline_card_expired");
        client.authorize("c-voided", 100, "tok_approve");
        client.cancel("c-voided");
    }

    @Test
    void pagesShowEveryChargeOnceWithItsRefunds() {
        var first = client.send("GET", "/charges?limit=2", "");
        var second = client.send("GET", "/charges?limit=2&after=" + first.text("next"), "");

        assertThat(first.body().path("charges").values())
                .containsExactly(
                        client.find("B-captured").body(),
                        client.find("a-declined").body());
        assertThat(second.body().path("charges").values())
                .containsExactly(client.find("c-voided").body());
        assertThat(second.body().has("next")).isFalse();
    }

    @Test
    void theLastPageMayBeEmpty() {
        assertThat(client.send("GET", "/charges?after=zzz", "").body()).hasToString("{\"charges\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "limit=", "after=", "after=%00"})
    void badParametersAreNamed(String query) {
        var answer = client.send("GET", "/charges?" + query, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).startsWith(query.substring(0, query.indexOf('=')) + " must");
    }

    @Test
    void everyChangeHasItsEntry() throws Exception {
        assertThat(PROVIDER.count("""
                        SELECT count(*) FROM entry
                         WHERE (charge_id, kind) IN (('B-captured', 'AUTHORIZED'), ('B-captured', 'CAPTURED'),
                               ('B-captured', 'REFUND_SUCCEEDED'), ('a-declined', 'DECLINED'),
                               ('c-voided', 'AUTHORIZED'), ('c-voided', 'VOIDED'))""")).isEqualTo(7).isEqualTo(PROVIDER.count("SELECT count(*) FROM entry"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET amount = 1",
                "DELETE FROM entry WHERE false",
                "TRUNCATE entry",
                "TRUNCATE charge CASCADE"
            })
    void entriesAreNeverChanged(String statement) {
        assertThatThrownBy(() -> PROVIDER.run(statement)).hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE charge SET captured = amount + 1 WHERE id = 'B-captured'",
                "UPDATE charge SET refunded = captured + 1 WHERE id = 'B-captured'",
                "UPDATE charge SET captured = 1 WHERE id = 'c-voided'",
                "INSERT INTO entry (charge_id, kind, amount) VALUES ('B-captured', 'CAPTURED', 100)",
                "INSERT INTO charge SELECT * FROM charge"
            })
    void theDatabaseItselfRefusesImpossibleBooks(String statement) {
        assertThatThrownBy(() -> PROVIDER.run(statement)).hasMessageContaining("constraint");
    }
}
