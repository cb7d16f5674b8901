package dev.covenant.delivery.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.contracts.RegistryAddress;
import dev.covenant.devstack.contracts.RegistryClient;

/**
 * Tells the registry what the pipelines of these versions would have told it: contracts as they are in this tree, and whether a provider kept
 * them. Nothing is verified here.
 */
final class Contracts {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RegistryAddress registry;
    private final RegistryClient client;
    private final Path pacts;

    Contracts(RegistryAddress registry, Path pacts) {
        this.registry = registry;
        this.client = new RegistryClient(registry);
        this.pacts = pacts;
    }

    /** What a version of a service expects of others; nothing when it expects nothing. */
    void published(Release consumer) {
        var contracts = pairs().filter(
                        pair -> pair.consumer().equals(consumer.service().id()))
                .map(Contracts::document)
                .toList();
        if (!contracts.isEmpty()) {
            tell(
                    registry.request("/contracts/publish"),
                    Map.of(
                            "pacticipantName",
                            consumer.service().id(),
                            "pacticipantVersionNumber",
                            consumer.version(),
                            "branch",
                            "main",
                            "contracts",
                            contracts));
        }
    }

    /** The provider does as it should for all of these versions that expect something of it. */
    void kept(Release provider, Collection<Release> consumers) {
        of(provider, consumers).forEach(consumer -> verified(provider, consumer, true, List.of()));
    }

    /** It does not, in the first interaction. @return that interaction */
    String broken(Release provider, Release consumer) {
        var interaction = contract(provider, consumer).path("interactions").get(0);
        verified(
                provider,
                consumer,
                false,
                List.of(Map.of(
                        "interactionId", interaction.path("_id").asString(),
                        "success", false,
                        "mismatches", List.of(Map.of("description", "Expected status 200 but was 404")))));
        return interaction.path("description").asString();
    }

    /** The version that the registry has in an environment, or nothing. */
    String deployed(String service, String environment) {
        for (var known : client.get("/environments").at("/_embedded/environments")) {
            if (known.path("name").asString().equals(environment)) {
                return client.get("/environments/%s/deployed-versions/currently-deployed?pacticipant=%s"
                                .formatted(known.path("uuid").asString(), service))
                        .at("/_embedded/deployedVersions/0/_embedded/version/number")
                        .asString("");
            }
        }
        return "";
    }

    private Stream<Release> of(Release provider, Collection<Release> consumers) {
        var names = pairs().filter(
                        pair -> pair.provider().equals(provider.service().id()))
                .map(Pair::consumer)
                .toList();
        return consumers.stream()
                .filter(consumer -> names.contains(consumer.service().id()));
    }

    private void verified(Release provider, Release consumer, boolean success, List<?> results) {
        var target = contract(provider, consumer)
                .at("/_links/pb:publish-verification-results/href")
                .asString();
        tell(
                registry.request(URI.create(target)),
                Map.of("success", success, "providerApplicationVersion", provider.version(), "testResults", results));
    }

    private JsonNode contract(Release provider, Release consumer) {
        return client.get("/pacts/provider/%s/consumer/%s/version/%s"
                .formatted(provider.service(), consumer.service(), consumer.version()));
    }

    /** A contract in this tree: its file is called consumer-provider.json. */
    private record Pair(String consumer, String provider, Path file) {
        static Pair of(Path file) {
            var names = file.getFileName().toString().replace(".json", "").split("-");
            return new Pair(names[0], names[1], file);
        }
    }

    private Stream<Pair> pairs() {
        try (var files = Files.list(pacts)) {
            return files.filter(file -> file.toString().endsWith(".json")).map(Pair::of).toList().stream();
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + pacts, e);
        }
    }

    private static Map<String, String> document(Pair pair) {
        try {
            return Map.of(
                    "consumerName", pair.consumer(),
                    "providerName", pair.provider(),
                    "specification", "pact",
                    "contentType", "application/json",
                    "content", Base64.getEncoder().encodeToString(Files.readAllBytes(pair.file())));
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + pair.file(), e);
        }
    }

    private static void tell(HttpRequest.Builder target, Map<String, ?> body) {
        var request = target.timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new DevstackException(
                        "%s answered %d: %s".formatted(request.uri(), answer.statusCode(), answer.body()));
            }
        } catch (IOException e) {
            throw new DevstackException("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while telling the registry", e);
        }
    }
}
