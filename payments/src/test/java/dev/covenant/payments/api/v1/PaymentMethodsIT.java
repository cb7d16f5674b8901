package dev.covenant.payments.api.v1;

import org.junit.jupiter.api.Test;

import dev.covenant.chassis.json.Json;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.HttpCaller;
import dev.covenant.payments.testing.PaymentRows;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = ProviderSetup.class)
class PaymentMethodsIT {
    private static final String IN_KRONOR = "api/v1/payment-methods?currency=SEK";

    private final HttpCaller http;
    private final PaymentRows rows;

    PaymentMethodsIT(ServerUnderTest server) {
        rows = PaymentRows.of(server);
        http = PaymentsUnderTest.as("orders", server).http();
    }

    @Test
    void areThoseOfTheCurrency() {
        var answer = http.get("api/v1/payment-methods?currency=EUR");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(Json.strict().readTree("""
                {"currency": "EUR", "methods": [
                    {"method": "card", "name": "Card"},
                    {"method": "sepa-debit", "name": "SEPA direct debit"}]}"""));
    }

    @Test
    void aNewCurrencyCountsAtOnceAndIsNotLookedUpAgain() {
        assertThat(http.get(IN_KRONOR).status()).isEqualTo(400);

        rows.owner().useHandle(owner -> owner.execute("INSERT INTO currency VALUES ('SEK')"));
        assertThat(http.get(IN_KRONOR).status()).isEqualTo(200);

        rows.owner().useHandle(owner -> owner.execute("DELETE FROM currency WHERE code = 'SEK'"));
        assertThat(http.get(IN_KRONOR).status()).isEqualTo(200);
    }
}
