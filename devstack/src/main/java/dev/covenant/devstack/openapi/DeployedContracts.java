package dev.covenant.devstack.openapi;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.contracts.RegistryAddress;
import dev.covenant.devstack.contracts.RegistryClient;

/** What is deployed or released, and the contracts that came with it: asked of the registry, going by its own links. */
final class DeployedContracts {
    private final RegistryClient registry;

    DeployedContracts(RegistryAddress registry) {
        this.registry = new RegistryClient(registry);
    }

    /**
     * The contracts with a provider of every version that runs in an environment, or is released and supported.
     *
     * @throws DevstackException when the registry does not answer
     */
    List<Deployed> with(String provider) {
        return registry.get("/environments").at("/_embedded/environments").values().stream()
                .flatMap(environment -> Stream.of(
                                present(environment, "pb:currently-deployed-deployed-versions", "deployedVersions"),
                                present(environment, "pb:currently-supported-released-versions", "releasedVersions"))
                        .flatMap(List::stream)
                        .flatMap(version -> contracts(version, environment, provider)))
                .toList();
    }

    private List<JsonNode> present(JsonNode environment, String relation, String embedded) {
        return List.copyOf(registry.get(link(environment, relation))
                .path("_embedded")
                .path(embedded)
                .values());
    }

    private Stream<Deployed> contracts(JsonNode present, JsonNode environment, String provider) {
        var version = present.at("/_embedded/version");
        return registry.get(link(version, "self")).path("_links").path("pb:pact-versions").values().stream()
                .map(link -> registry.get(URI.create(link.path("href").asString())))
                .map(pact -> new Contract(registry.registry().toString(), pact))
                .filter(contract -> contract.provider().equals(provider))
                .map(contract -> new Deployed(
                        contract,
                        version.path("number").asString(),
                        environment.path("name").asString()));
    }

    private static URI link(JsonNode document, String relation) {
        return URI.create(document.path("_links").path(relation).path("href").asString(""));
    }

    /** @param version of the consumer */
    record Deployed(Contract contract, String version, String environment) {}
}
