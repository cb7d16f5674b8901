package dev.covenant.registry.api;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.Registry.TestEnvironment;

import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;

/** A consumer and a provider, and the environment to which they want. */
record DeployingPair(Registry registry, TestEnvironment environment, String consumer, String provider) {

    static DeployingPair of(Registry registry) {
        return new DeployingPair(
                registry, registry.newEnvironment(), Registry.newName("Shop"), Registry.newName("Store"));
    }

    void publish(String version, String... descriptions) {
        registry.publish(consumer, version, provider, pact(consumer, provider, descriptions), Map.of());
    }

    String versionVerifying(String providerVersion, boolean success) {
        registry.verify(consumer, "1", provider, providerVersion, success);
        return providerVersion;
    }

    String toEnvironment(String pacticipant, String version) {
        return verdict(matrix(toEnvironmentQuery(pacticipant, version, "cvp")));
    }

    String toEnvironmentQuery(String pacticipant, String version, String latestBy) {
        return "%s&latestby=%s&environment=%s"
                .formatted(q(pacticipant, "version=" + version), latestBy, environment.name());
    }

    String canIDeploy(String to, String pacticipant, String version) {
        return verdict(registry.send(
                "GET", Registry.at("can-i-deploy?pacticipant=%s&version=%s&", pacticipant, version) + to, null));
    }

    ServiceAnswer matrix(String query) {
        return registry.send("GET", "matrix?" + query.replace("[", "%5B").replace("]", "%5D"), null);
    }

    /** @param field such as {@code version=1}; empty for none */
    static String q(String pacticipant, String field) {
        return Registry.at("q[][pacticipant]=%s", pacticipant)
                + (field.isEmpty() ? "" : "&q[][" + field.replace("=", "]="));
    }

    /** Deployable, success/failed/unknown, reasons. */
    static String verdict(ServiceAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var summary = answer.json().get("summary");
        return "%s %s %s"
                .formatted(
                        summary.get("deployable"),
                        Stream.of("success", "failed", "unknown")
                                .map(field -> summary.get(field).toString())
                                .collect(Collectors.joining("/")),
                        summary.get("reason").asString());
    }
}
