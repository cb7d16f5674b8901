package dev.covenant.delivery.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests as kustomize renders them, held to what docs/delivery.md says of them. No cluster has seen them. */
class ManifestsTest {
    private static final Set<String> SERVICES = Set.of("orders", "inventory", "payments");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|KEY)");

    @ParameterizedTest
    @CsvSource({
        "orders, staging",
        "orders, production",
        "inventory, staging",
        "inventory, production",
        "payments, staging",
        "payments, production"
    })
    void everyOverlayHasAllThatAServiceNeeds(String service, String overlay) {
        var rendered = Rendered.of(service + "/overlays/" + overlay);
        assertThat(rendered.objects().stream().map(object -> object.path("kind").asString()))
                .containsExactlyInAnyOrder(
                        "ServiceAccount",
                        "ConfigMap",
                        "Service",
                        "Deployment",
                        "PodDisruptionBudget",
                        "HorizontalPodAutoscaler",
                        "NetworkPolicy");
        assertThat(rendered.objects())
                .allSatisfy(object ->
                        assertThat(object.at("/metadata/namespace").asString()).isEqualTo("covenant-" + overlay));
        var selector = "/spec/selector/matchLabels/app.kubernetes.io~1name";
        assertThat(rendered.only("Deployment").at(selector).asString()).isEqualTo(service);
        assertThat(rendered.only("PodDisruptionBudget").at(selector).asString()).isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "inventory", "payments"})
    void aRolloutNeverHasFewerThanWanted(String service) {
        var deployment = Rendered.of(service + "/overlays/production").only("Deployment");
        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1))
                .isZero();
        assertThat(deployment
                        .at("/spec/template/spec/containers/0/lifecycle/preStop")
                        .isObject())
                .isTrue();
        for (var probe : List.of("startupProbe/started", "readinessProbe/ready", "livenessProbe/live")) {
            var part = probe.split("/");
            assertThat(deployment
                            .at("/spec/template/spec/containers/0/%s/httpGet/path".formatted(part[0]))
                            .asString())
                    .isEqualTo("/health/" + part[1]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "orders/base, Deployment", "inventory/base, Deployment", "payments/base, Deployment",
        "orders/migration, Job", "inventory/migration, Job", "payments/migration, Job"
    })
    void everyContainerIsBoundedAndMayDoNothing(String directory, String kind) {
        var rendered = Rendered.of(directory);
        var pod = rendered.only(kind).at("/spec/template/spec");
        var container = rendered.container(kind);
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean(false)).isTrue();
        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean(false))
                .isTrue();
        assertThat(container.at("/securityContext/capabilities/drop/0").asString())
                .isEqualTo("ALL");
        assertThat(container.at("/resources/requests/cpu").asString("")).isNotEmpty();
        assertThat(container.at("/resources/limits/memory").asString("")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders/base", "inventory/base", "payments/base"})
    void secretsAreReferredToAndNotWrittenDown(String directory) {
        var rendered = Rendered.of(directory);
        assertThat(rendered.objects().stream().map(object -> object.path("kind").asString()))
                .doesNotContain("Secret");
        assertThat(rendered.only("ConfigMap").path("data").propertyNames())
                .noneMatch(name -> SECRET.matcher(name).matches());
    }

    /** Each service's README has the table; those for TLS are in docs/security.md. */
    @ParameterizedTest
    @ValueSource(strings = {"orders", "inventory", "payments"})
    void settingsAreThoseThatTheServiceKnows(String service) throws IOException {
        var known = Files.readString(Rendered.ROOT.resolve(service + "/README.md"))
                + Files.readString(Rendered.ROOT.resolve("docs/security.md"));
        assertThat(Rendered.of(service + "/base").only("ConfigMap").path("data").propertyNames())
                .allMatch(name -> known.contains("`" + name + "`"));
    }

    /** Nobody calls whom he has no contract with. */
    @ParameterizedTest
    @ValueSource(strings = {"orders", "inventory", "payments"})
    void networksAllowOnlyTheCallsOfTheContracts(String service) throws IOException {
        var policy = Rendered.of(service + "/base").only("NetworkPolicy").path("spec");
        var providers = Rendered.contracts()
                .filter(pair -> pair.getFirst().equals(service))
                .map(List::getLast)
                .collect(Collectors.toSet());
        var consumers = Rendered.contracts()
                .filter(pair -> pair.getLast().equals(service))
                .map(List::getFirst)
                .collect(Collectors.toSet());
        assertThat(peers(policy.path("egress"), "to")).isSubsetOf(providers);
        assertThat(peers(policy.path("ingress"), "from")).isSubsetOf(consumers);
        assertThat(policy.path("policyTypes")).hasSize(2);
    }

    private static Set<String> peers(JsonNode rules, String direction) {
        return Rendered.elements(rules)
                .flatMap(rule -> Rendered.elements(rule.path(direction)))
                .map(peer -> peer.at("/podSelector/matchLabels/app.kubernetes.io~1name")
                        .asString(""))
                .filter(SERVICES::contains)
                .collect(Collectors.toSet());
    }
}
