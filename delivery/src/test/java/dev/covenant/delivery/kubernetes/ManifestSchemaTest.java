package dev.covenant.delivery.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The manifests against Kubernetes' own OpenAPI, as its Java client carries it: no field that it does not know, none missing that it needs,
 * none of another type. What is written is checked everywhere; what kustomize makes of it where there is a kubectl.
 */
class ManifestSchemaTest {
    private static final Map<String, Schema> SCHEMAS = Map.of(
            "v1 ConfigMap", V1ConfigMap::fromJson,
            "v1 Service", V1Service::fromJson,
            "v1 ServiceAccount", V1ServiceAccount::fromJson,
            "apps/v1 Deployment", V1Deployment::fromJson,
            "batch/v1 Job", V1Job::fromJson,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::fromJson,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::fromJson,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::fromJson);

    /** Takes JSON, or throws. */
    private interface Schema {
        Object read(String json) throws IOException;
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsWrittenFitsKubernetesSchema(Path file) throws IOException {
        check(read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders/overlays/staging",
                "orders/overlays/production",
                "orders/migration",
                "inventory/overlays/staging",
                "inventory/overlays/production",
                "inventory/migration",
                "payments/overlays/staging",
                "payments/overlays/production",
                "payments/migration"
            })
    void whatIsRenderedFitsKubernetesSchema(String directory) throws IOException {
        for (var object : Rendered.of(directory).objects()) {
            check(object);
        }
    }

    /** So that the two above can fail. */
    @Test
    void whatDoesNotFitIsFound() {
        var unknown = deployment();
        ((ObjectNode) unknown.path("spec")).put("replica", 2);
        assertThatThrownBy(() -> check(unknown)).hasMessageContaining("replica");
        var incomplete = deployment();
        ((ObjectNode) container(incomplete)).remove("name");
        assertThatThrownBy(() -> check(incomplete)).hasMessageContaining("name");
        var ofAnotherType = deployment();
        ((ObjectNode) ofAnotherType.path("spec")).put("minReadySeconds", "soon");
        assertThatThrownBy(() -> check(ofAnotherType)).hasMessageContaining("soon");
    }

    private static void check(JsonNode object) throws IOException {
        var kind =
                object.path("apiVersion").asString() + " " + object.path("kind").asString();
        assertThat(SCHEMAS).containsKey(kind);
        SCHEMAS.get(kind).read(object.toString());
    }

    static Stream<Path> files() throws IOException {
        try (var files = Files.walk(Rendered.MANIFESTS)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .toList()
                    .stream();
        }
    }

    private static JsonNode deployment() {
        return read(Rendered.MANIFESTS.resolve("payments/base/deployment.yaml"));
    }

    private static JsonNode container(JsonNode deployment) {
        return deployment.at("/spec/template/spec/containers/0");
    }

    private static JsonNode read(Path file) {
        return YAMLMapper.shared().readTree(file.toFile());
    }
}
