package dev.covenant.inventory.api.v1;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.HttpCaller;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = QuietHousekeeping.class)
class OpenApiIT {
    private final HttpCaller anybody;

    OpenApiIT(ServerUnderTest server) {
        anybody = new HttpCaller(server.baseUri(), null);
    }

    @Test
    void describesEveryOperationItsAnswerAndItsProblems() {
        var document = anybody.get("openapi?format=json").json();

        var operations = document.get("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .toList();
        assertThat(operations).hasSize(8).allSatisfy(operation -> {
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
