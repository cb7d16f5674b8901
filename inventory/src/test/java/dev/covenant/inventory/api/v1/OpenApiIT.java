package dev.covenant.inventory.api.v1;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.openapi.ApiRules;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.HttpCaller;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = QuietHousekeeping.class)
class OpenApiIT {
    private final JsonNode document;

    OpenApiIT(ServerUnderTest server) {
        document = new HttpCaller(server.baseUri(), null)
                .get("openapi?format=json")
                .json();
    }

    @TestFactory
    Stream<DynamicTest> keepsItsDocumentsAndItsConsumers() {
        return ApiRules.of("inventory", document);
    }

    @Test
    void describesEveryOperationItsAnswerAndItsProblems() {
        var operations = document.get("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .toList();
        assertThat(operations).hasSize(10).allSatisfy(operation -> {
            assertThat(operation.path("summary").asString("")).isNotEmpty();
            assertThat(schemaOf(operation, "200", "application/json")).startsWith("#/components/schemas/");
            assertThat(schemaOf(operation, "400", "application/problem+json"))
                    .isEqualTo("#/components/schemas/Problem");
            assertThat(schemaOf(operation, "401", "application/problem+json"))
                    .isEqualTo("#/components/schemas/Problem");
        });
        assertThat(document.at("/components/schemas").has("Problem")).isTrue();
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
