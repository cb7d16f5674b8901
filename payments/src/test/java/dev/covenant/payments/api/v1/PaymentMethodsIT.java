package dev.covenant.payments.api.v1;

import org.junit.jupiter.api.Test;

import dev.covenant.chassis.json.Json;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.HttpCaller;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = ProviderSetup.class)
class PaymentMethodsIT {
    private final HttpCaller http;

    PaymentMethodsIT(ServerUnderTest server) {
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
}
