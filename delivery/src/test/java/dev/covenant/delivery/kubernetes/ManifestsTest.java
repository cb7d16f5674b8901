package dev.covenant.delivery.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests as kustomize renders them, held to what docs/delivery.md says of them. No cluster has seen them. */
class ManifestsTest {
    private static final String DNS =
            "{\"namespaceSelector\":{\"matchLabels\":{\"kubernetes.io/metadata.name\":\"kube-system\"}},\"podSelector\":{\"matchLabels\":{\"k8s-app\":\"kube-dns\"}}}";
    private static final String MONITORING =
            "{\"namespaceSelector\":{\"matchLabels\":{\"kubernetes.io/metadata.name\":\"monitoring\"}}}";
    /** Issuer and provider, by names that policies do not know; nothing inside the network. */
    private static final String OUTSIDE =
            "{\"ipBlock\":{\"cidr\":\"0.0.0.0/0\",\"except\":[\"10.0.0.0/8\",\"172.16.0.0/12\",\"192.168.0.0/16\"]}}";

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

    /** All that a migration's pod reads its settings from, {@code ClusterTarget} applies before it. */
    @ParameterizedTest
    @ValueSource(strings = {"orders", "inventory", "payments"})
    void whatTheMigrationRefersToIsApartFromTheRest(String service) {
        var configured = Rendered.of(service + "/overlays/production").objects().stream()
                .filter(object -> object.at("/metadata/labels/app.kubernetes.io~1component")
                        .asString("")
                        .equals("configuration"))
                .map(object -> object.path("kind").asString() + " "
                        + object.at("/metadata/name").asString())
                .toList();
        assertThat(Rendered.elements(Rendered.of(service + "/migration")
                                .container("Job")
                                .path("envFrom"))
                        .map(from ->
                                "ConfigMap " + from.at("/configMapRef/name").asString()))
                .containsExactlyElementsOf(configured);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "inventory", "payments"})
    void theMigrationMayCallItsDatabaseAndNobodyElse(String service) {
        var rendered = Rendered.of(service + "/migration");
        var policy = rendered.only("NetworkPolicy").path("spec");
        var name = "/matchLabels/app.kubernetes.io~1name";
        assertThat(policy.at("/podSelector" + name))
                .isEqualTo(rendered.only("Job").at("/spec/template/metadata/labels/app.kubernetes.io~1name"));
        assertThat(policy.path("policyTypes")).hasSize(2);
        assertThat(policy.path("ingress")).isEmpty();
        assertThat(peers(policy.path("egress"), "to")).containsExactlyInAnyOrder(service + "-database", DNS);
    }

    /** Nobody calls whom he has no contract with, and everybody whom he has one with. */
    @ParameterizedTest
    @ValueSource(strings = {"orders", "inventory", "payments"})
    void networksAllowTheCallsOfTheContractsAndNoOthers(String service) throws IOException {
        var policy = Rendered.of(service + "/base").only("NetworkPolicy").path("spec");
        var callees = Rendered.contracts()
                .filter(pair -> pair.getFirst().equals(service))
                .map(List::getLast);
        var callers = Rendered.contracts()
                .filter(pair -> pair.getLast().equals(service))
                .map(List::getFirst);
        assertThat(peers(policy.path("egress"), "to"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(callees, Stream.of(service + "-database", DNS, OUTSIDE))
                                .collect(Collectors.toSet()));
        assertThat(peers(policy.path("ingress"), "from"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(callers, Stream.of("edge", MONITORING)).collect(Collectors.toSet()));
        assertThat(policy.path("policyTypes")).hasSize(2);
    }

    /** Whom rules name; a rule without anybody names all. */
    private static Set<String> peers(JsonNode rules, String direction) {
        return Rendered.elements(rules)
                .flatMap(rule -> rule.path(direction).isEmpty()
                        ? Stream.of("everybody")
                        : Rendered.elements(rule.path(direction)).map(ManifestsTest::peer))
                .collect(Collectors.toSet());
    }

    /** By its name; whoever has none is told in full. */
    private static String peer(JsonNode peer) {
        var name = peer.at("/podSelector/matchLabels/app.kubernetes.io~1name").asString("");
        return name.isEmpty() || peer.has("namespaceSelector") || peer.has("ipBlock") ? peer.toString() : name;
    }
}
