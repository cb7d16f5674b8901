package dev.covenant.registry.api;

import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Registry;

import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;

/** A consumer and a provider, who asks what to verify. JSON is written with single quotes. */
record VerifyingPair(Registry registry, String consumer, String provider) {

    static VerifyingPair of(Registry registry) {
        return new VerifyingPair(registry, Registry.newName("Shop"), Registry.newName("Store"));
    }

    void publishOn(String branch, String version, String description) {
        registry.publish(consumer, version, provider, pact(consumer, provider, description), Map.of("branch", branch));
    }

    void publishTagged(String version, String description, String... tags) {
        registry.publish(consumer, version, provider, pact(consumer, provider, description), Map.of("tags", tags));
    }

    String selected(String selectors) {
        return selected(selectors, "");
    }

    String selected(String selectors, String more) {
        return summary(ask(selectors, more));
    }

    boolean pendingFor(String build) {
        return ask("", build).at("/0/verificationProperties/pending").booleanValue();
    }

    /** As a provider's build does: its branch first, then the result. */
    void verify(String selector, String version, String branch, boolean success) {
        registry.put("pacticipants/%s/branches/%s/versions/%s", provider, branch, version);
        tell(ask(selector, "").get(0), version, success);
    }

    void tell(JsonNode contract, String version, boolean success) {
        var pact = registry.send("GET", contract.at("/_links/self/href").asString(), null);
        var told = registry.sendTo(
                pact.text("/_links/pb:publish-verification-results/href"),
                "{\"success\":%s,\"providerApplicationVersion\":\"%s\"}".formatted(success, version));
        assertThat(told.status()).isEqualTo(201);
    }

    JsonNode ask(String selectors, String more) {
        var answer = post(selectors, more);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/_embedded/pacts");
    }

    ServiceAnswer post(String selectors, String more) {
        var body = "{'consumerVersionSelectors':[%s]%s}".formatted(selectors, more.isEmpty() ? "" : "," + more);
        return registry.send(
                "POST", Registry.at("pacts/provider/%s/for-verification", provider), body.replace('\'', '"'));
    }

    /** Version and reasons of each contract. */
    static String summary(JsonNode contracts) {
        return contracts.values().stream()
                .map(contract -> contract.at("/_links/self/name").asString().replaceAll(".*\\((.*)\\).*", "$1") + ": "
                        + contract.get("shortDescription").asString())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    static String notice(JsonNode contracts, String when) {
        return contracts.at("/0/verificationProperties/notices").values().stream()
                .filter(notice -> notice.get("when").asString().equals(when))
                .map(notice -> notice.get("text").asString())
                .findFirst()
                .orElseThrow();
    }
}
