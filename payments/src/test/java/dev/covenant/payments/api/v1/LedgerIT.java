package dev.covenant.payments.api.v1;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.Answer;
import dev.covenant.payments.testing.Eventually;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderBooks;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger and the provider's books say the same. In Swiss francs, which no other test pays in. */
@RealServer(setup = ProviderSetup.class)
class LedgerIT {
    private static final String CURRENCY = "CHF";
    private static final int PAYMENTS = 60;
    private static final List<String> TOKENS = List.of(
            "tok_approve",
            "tok_approve",
            "tok_decline_card_expired",
            "tok_slow_50",
            "tok_refuse_capture",
            "tok_refuse_refund",
            "tok_no_answer");

    private final ServerUnderTest server;
    private final PaymentsUnderTest payments;

    LedgerIT(ServerUnderTest server) {
        this.server = server;
        payments = PaymentsUnderTest.as("orders", server);
    }

    @Test
    void equalsTheProvidersBooksAfterAMixedRun() {
        AtOnce.call(PAYMENTS, this::somethingWith);
        Eventually.holds("nothing is open", () -> unsettled() == 0);

        var balances = balances();
        var provider = providerTotals();
        assertThat(balances)
                .isEqualTo(Map.of(
                        "authorized",
                        provider.authorized(),
                        "authorized-contra",
                        -provider.authorized(),
                        "provider-clearing",
                        provider.captured() - provider.refunded(),
                        "sales",
                        -provider.captured(),
                        "refunds",
                        provider.refunded()));
        assertThat(balances.values()).as("something of everything").doesNotContain(0L);
    }

    @Test
    void sumsToZeroInEveryCurrency() {
        var currencies = trialBalance().get("currencies").values();

        assertThat(currencies)
                .extracting(currency -> currency.get("currency").asString())
                .containsExactly("CHF", "EUR", "GBP", "USD");
        assertThat(currencies).allSatisfy(currency -> {
            assertThat(currency.get("total").asLong()).isZero();
            assertThat(currency.get("accounts").values())
                    .extracting(account -> account.get("account").asString())
                    .containsExactly("authorized", "authorized-contra", "provider-clearing", "refunds", "sales");
        });
    }

    private Answer somethingWith(int number) {
        var id = UuidV7.next();
        var token = TOKENS.get(number % TOKENS.size());
        var answer = token.equals("tok_no_answer")
                ? payments.authorizeImpatiently(id, 100 + number, CURRENCY, token)
                : payments.authorize(id, 100 + number, CURRENCY, token);
        return switch (number % 5) {
            case 0 -> answer;
            case 1 -> payments.cancel(id);
            case 2 -> payments.capture(id);
            case 3 -> refundedAfterCapture(id, 30);
            default -> refundedAfterCapture(id, 100);
        };
    }

    private Answer refundedAfterCapture(UUID id, long amount) {
        payments.capture(id);
        payments.refund(id, UuidV7.next(), amount);
        return payments.refundAll(id, UuidV7.next());
    }

    private int unsettled() {
        return Jdbi.create(server.owner()).withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM provider_attempt JOIN payment USING (payment_id) "
                                + "WHERE currency = :currency AND provider_attempt.state <> 'ANSWERED'")
                .bind("currency", CURRENCY)
                .mapTo(Integer.class)
                .one());
    }

    private Map<String, Long> balances() {
        return trialBalance().get("currencies").values().stream()
                .filter(currency -> currency.get("currency").asString().equals(CURRENCY))
                .flatMap(currency -> currency.get("accounts").values().stream())
                .collect(
                        Collectors.toMap(account -> account.get("account").asString(), account -> account.get("balance")
                                .asLong()));
    }

    private JsonNode trialBalance() {
        return PaymentsUnderTest.asFinance("fay", server)
                .http()
                .get("api/v1/ledger/trial-balance")
                .json();
    }

    private Totals providerTotals() {
        return ProviderBooks.of(server).jdbi().withHandle(handle -> handle.createQuery("""
                                SELECT coalesce(sum(amount) FILTER (WHERE state = 'AUTHORIZED'), 0) AS authorized,
                                       coalesce(sum(captured), 0) AS captured, coalesce(sum(refunded), 0) AS refunded
                                FROM charge WHERE currency = :currency""")
                .bind("currency", CURRENCY)
                .map((row, _) ->
                        new Totals(row.getLong("authorized"), row.getLong("captured"), row.getLong("refunded")))
                .one());
    }

    private record Totals(long authorized, long captured, long refunded) {}
}
