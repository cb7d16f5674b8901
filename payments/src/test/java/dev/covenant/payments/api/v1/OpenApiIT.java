package dev.covenant.payments.api.v1;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.covenant.devstack.openapi.ApiRules;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.HttpCaller;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = ProviderSetup.class)
class OpenApiIT {
    private final HttpCaller anybody;

    OpenApiIT(ServerUnderTest server) {
        anybody = new HttpCaller(server.baseUri(), null);
    }

    @TestFactory
    Stream<DynamicTest> keepsItsDocumentsAndItsConsumers() {
        return ApiRules.of("payments", anybody.get("openapi?format=JSON").json());
    }

    @Test
    void describesEveryPathWithoutAToken() {
        var answer = anybody.get("openapi?format=JSON");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/payments/{paymentId}",
                        "/api/v1/payments/{paymentId}/capture",
                        "/api/v1/payments/{paymentId}/void",
                        "/api/v1/payments/{paymentId}/refunds/{refundId}",
                        "/api/v1/payment-methods",
                        "/api/v1/ledger/trial-balance");
    }
}
