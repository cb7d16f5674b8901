package dev.covenant.devstack.openapi;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.contracts.RegistryAddress;
import dev.covenant.devstack.contracts.RegistryClient;

/** What is deployed or released, and the contracts that came with it: asked of the registry, going by its own links, and once. */
final class Deployments {
    private final RegistryClient registry;
    private List<Deployed> known;

    Deployments(RegistryAddress registry) {
        this.registry = new RegistryClient(registry);
    }

    /**
     * Every version that runs in an environment, or is released and supported. Each once for an environment, however many instances run.
     *
     * @throws DevstackException when the registry does not answer
     */
    List<Deployed> all() {
        if (known == null) {
            known = ask();
        }
        return known;
    }

    private List<Deployed> ask() {
        return registry.get("/environments").at("/_embedded/environments").values().stream()
                .flatMap(environment -> Stream.of(
                                present(environment, "pb:currently-deployed-deployed-versions", "deployedVersions"),
                                present(environment, "pb:currently-supported-released-versions", "releasedVersions"))
                        .flatMap(List::stream)
                        .map(version -> link(version.at("/_embedded/version"), "self"))
                        .distinct()
                        .map(version -> deployed(registry.get(version), environment)))
                .toList();
    }

    /** What one of them expects of a provider. */
    Stream<Contract> contracts(Deployed deployed, String provider) {
        return deployed.pacts().stream()
                .map(registry::get)
                .map(pact -> new Contract(registry.registry().toString(), pact))
                .filter(contract -> contract.provider().equals(provider));
    }

    /** For people: who was asked. */
    @Override
    public String toString() {
        return registry.registry().toString();
    }

    private List<JsonNode> present(JsonNode environment, String relation, String embedded) {
        return List.copyOf(registry.get(link(environment, relation))
                .path("_embedded")
                .path(embedded)
                .values());
    }

    private static Deployed deployed(JsonNode version, JsonNode environment) {
        return new Deployed(
                version.at("/_links/pb:pacticipant/name").asString(""),
                version.path("number").asString(""),
                environment.path("name").asString(""),
                version.at("/_links/pb:pact-versions").values().stream()
                        .map(link -> URI.create(link.path("href").asString()))
                        .toList());
    }

    private static URI link(JsonNode document, String relation) {
        return URI.create(document.path("_links").path(relation).path("href").asString(""));
    }

    /** @param pacts where the contracts are that this version has with others */
    record Deployed(String service, String version, String environment, List<URI> pacts) {
        /** For people. */
        @Override
        public String toString() {
            return "%s %s in %s".formatted(service, version, environment);
        }
    }
}
