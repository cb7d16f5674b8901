package dev.covenant.delivery.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;

/**
 * Tells the registry what the pipelines of these versions would have told it: orders' contracts as they are in this tree, and whether a
 * provider kept them. Nothing is verified here.
 */
final class Contracts {
    private static final String CONSUMER = "orders";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI registry;
    private final String authorization;
    private final Path pacts;

    Contracts(URI registry, String user, String password, Path pacts) {
        this.registry = registry;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
        this.pacts = pacts;
    }

    /** What a version of orders expects of this provider. */
    void published(String ordersVersion, String provider) {
        send(
                "POST",
                registry.resolve("/contracts/publish"),
                Map.of(
                        "pacticipantName",
                        CONSUMER,
                        "pacticipantVersionNumber",
                        ordersVersion,
                        "branch",
                        "main",
                        "contracts",
                        List.of(Map.of(
                                "consumerName",
                                CONSUMER,
                                "providerName",
                                provider,
                                "specification",
                                "pact",
                                "contentType",
                                "application/json",
                                "content",
                                Base64.getEncoder().encodeToString(pact(provider))))));
    }

    void kept(String provider, String version, String ordersVersion) {
        verified(provider, version, ordersVersion, true, List.of());
    }

    /** @return the interaction that was not kept */
    String broken(String provider, String version, String ordersVersion) {
        var interaction = contract(provider, ordersVersion).path("interactions").get(0);
        verified(
                provider,
                version,
                ordersVersion,
                false,
                List.of(Map.of(
                        "interactionId", interaction.path("_id").asString(),
                        "success", false,
                        "mismatches", List.of(Map.of("description", "Expected status 200 but was 404")))));
        return interaction.path("description").asString();
    }

    /** The version that the registry has in an environment, or nothing. */
    String deployed(String service, String environment) {
        for (var known : send("GET", registry.resolve("/environments"), null).at("/_embedded/environments")) {
            if (known.path("name").asString().equals(environment)) {
                return send(
                                "GET",
                                registry.resolve("/environments/%s/deployed-versions/currently-deployed?pacticipant=%s"
                                        .formatted(known.path("uuid").asString(), service)),
                                null)
                        .at("/_embedded/deployedVersions/0/_embedded/version/number")
                        .asString("");
            }
        }
        return "";
    }

    private void verified(String provider, String version, String ordersVersion, boolean success, List<?> results) {
        var target = contract(provider, ordersVersion)
                .at("/_links/pb:publish-verification-results/href")
                .asString();
        send(
                "POST",
                URI.create(target),
                Map.of("success", success, "providerApplicationVersion", version, "testResults", results));
    }

    private JsonNode contract(String provider, String ordersVersion) {
        return send(
                "GET",
                registry.resolve(
                        "/pacts/provider/%s/consumer/%s/version/%s".formatted(provider, CONSUMER, ordersVersion)),
                null);
    }

    private byte[] pact(String provider) {
        var file = pacts.resolve("%s-%s.json".formatted(CONSUMER, provider));
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + file, e);
        }
    }

    private JsonNode send(String method, URI target, Map<String, ?> body) {
        var request = HttpRequest.newBuilder(target)
                .header("Authorization", authorization)
                .header("Accept", "application/hal+json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new DevstackException("%s answered %d: %s".formatted(target, answer.statusCode(), answer.body()));
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new DevstackException("No answer from " + target, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }
}
