package dev.covenant.orders.api.v1;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.openapi.ApiRules;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = StubNeighbours.class)
class OpenApiIT {
    private final JsonNode document;

    OpenApiIT(ServerUnderTest server) {
        document = new HttpCaller(server.baseUri(), null)
                .get("openapi?format=json")
                .json();
    }

    @TestFactory
    Stream<DynamicTest> keepsItsDocumentsAndItsConsumers() {
        return ApiRules.of("orders", document);
    }

    @Test
    void describesEveryOperationAndItsProblems() {
        var operations = document.get("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .toList();

        assertThat(operations).hasSize(10).allSatisfy(operation -> {
            assertThat(operation.path("summary").asString("")).isNotEmpty();
            assertThat(schemaOf(operation, "400", "application/problem+json")).endsWith("/Problem");
            assertThat(schemaOf(operation, "401", "application/problem+json")).endsWith("/Problem");
        });
    }

    @Test
    void describesWhatEachOperationAnswers() {
        assertThat(schemaOf("/api/v1/orders", "post", "201")).endsWith("/OrderView");
        assertThat(schemaOf("/api/v1/orders", "post", "202")).endsWith("/OrderView");
        assertThat(schemaOf("/api/v1/orders", "get", "200")).endsWith("/OrderList");
        assertThat(schemaOf("/api/v1/orders/{orderId}", "get", "200")).endsWith("/OrderView");
        assertThat(schemaOf("/api/v1/orders/{orderId}/cancellation", "post", "202"))
                .endsWith("/OrderView");
        assertThat(schemaOf("/api/v1/checkout", "get", "200")).endsWith("/CheckoutPage");
        assertThat(schemaOf("/api/v1/products", "get", "200")).endsWith("/ProductList");
        assertThat(schemaOf("/api/v1/products/{sku}", "get", "200")).endsWith("/ProductView");
        assertThat(schemaOf("/api/v1/products/{sku}", "put", "200")).endsWith("/ProductView");
        assertThat(schemaOf("/api/v1/products/{sku}", "put", "201")).endsWith("/ProductView");
    }

    @Test
    void describesTheStreamOfEvents() {
        var events =
                document.path("paths").path("/api/v1/orders/{orderId}/events").path("get");

        assertThat(schemaOf(events, "200", "text/event-stream")).endsWith("/OrderEventView");
        assertThat(schemaOf(events, "404", "application/problem+json")).endsWith("/Problem");
    }

    @Test
    void showsNothingOfTheInside() {
        assertThat(document.at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrder(
                        "CheckoutLine",
                        "CheckoutPage",
                        "CheckoutParts",
                        "Money",
                        "OrderEventView",
                        "OrderLine",
                        "OrderList",
                        "OrderStatus",
                        "OrderView",
                        "OrderedLine",
                        "PartState",
                        "PaymentMethod",
                        "PaymentOutcomeRequest",
                        "PaymentOutcomeStatus",
                        "PlaceOrderRequest",
                        "Problem",
                        "ProductKind",
                        "ProductList",
                        "ProductRequest",
                        "ProductView",
                        "Reason",
                        "UUID");
        assertThat(document.toString()).doesNotContain("traceparent", "CompletionStage");
    }

    private String schemaOf(String path, String method, String status) {
        return schemaOf(document.path("paths").path(path).path(method), status, "application/json");
    }

    private static String schemaOf(JsonNode operation, String status, String mediaType) {
        return operation
                .path("responses")
                .path(status)
                .path("content")
                .path(mediaType)
                .path("schema")
                .path("$ref")
                .asString("none");
    }
}
