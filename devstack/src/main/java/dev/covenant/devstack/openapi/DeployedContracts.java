package dev.covenant.devstack.openapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;

/** What is deployed or released, and the contracts that came with it: asked of the registry, going by its own links. */
final class DeployedContracts {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RegistryAccess registry;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    DeployedContracts(RegistryAccess registry) {
        this.registry = registry;
    }

    /**
     * The contracts with a provider of every version that runs in an environment, or is released and supported.
     *
     * @throws DevstackException when the registry does not answer
     */
    List<Deployed> with(String provider) {
        return get(registry.address().resolve("environments")).at("/_embedded/environments").values().stream()
                .flatMap(environment -> Stream.of(
                                present(environment, "pb:currently-deployed-deployed-versions", "deployedVersions"),
                                present(environment, "pb:currently-supported-released-versions", "releasedVersions"))
                        .flatMap(List::stream)
                        .flatMap(version -> contracts(version, environment, provider)))
                .toList();
    }

    private List<JsonNode> present(JsonNode environment, String relation, String embedded) {
        return List.copyOf(get(link(environment, relation))
                .path("_embedded")
                .path(embedded)
                .values());
    }

    private Stream<Deployed> contracts(JsonNode present, JsonNode environment, String provider) {
        var version = present.at("/_embedded/version");
        return get(link(version, "self")).path("_links").path("pb:pact-versions").values().stream()
                .map(link -> get(URI.create(link.path("href").asString())))
                .map(pact -> new Contract(registry.toString(), pact))
                .filter(contract -> contract.provider().equals(provider))
                .map(contract -> new Deployed(
                        contract,
                        version.path("number").asString(),
                        environment.path("name").asString()));
    }

    private static URI link(JsonNode document, String relation) {
        return URI.create(document.path("_links").path(relation).path("href").asString(""));
    }

    private JsonNode get(URI uri) {
        try {
            var answer = http.send(registry.request(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new DevstackException("The registry answered %d to %s".formatted(answer.statusCode(), uri));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new DevstackException(
                    "The registry at %s does not answer: %s".formatted(registry, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while asking the registry", e);
        }
    }

    /** @param version of the consumer */
    record Deployed(Contract contract, String version, String environment) {}
}
