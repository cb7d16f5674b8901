package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;

/** Asks the registry what Pact's command line does not tell, or not as a person wants to read it. */
public record RegistryClient(RegistryAddress registry) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @throws DevstackException saying what to do, when it is not there or does not let us in */
    void requireThere() {
        get("/");
    }

    /** @param path below the registry's address */
    public JsonNode get(String path) {
        return get(registry.request(path));
    }

    /** @param link from one of the registry's answers */
    public JsonNode get(URI link) {
        return get(registry.request(link));
    }

    private JsonNode get(HttpRequest.Builder asked) {
        var request = asked.timeout(PATIENCE).build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 -> JsonMapper.shared().readTree(answer.body());
                case 401, 403 ->
                    throw new DevstackException(
                            "The registry %s does not let us in (%d). Set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, or PACT_BROKER_TOKEN."
                                    .formatted(registry, answer.statusCode()));
                default ->
                    throw new DevstackException("The registry %s answers %d to GET %s: %s"
                            .formatted(registry, answer.statusCode(), request.uri(), answer.body()));
            };
        } catch (IOException e) {
            throw new DevstackException(
                    "The registry %s does not answer. Start the local one with ./covenant up, or name another: PACT_BROKER_BASE_URL."
                            .formatted(registry),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while asking the registry", e);
        }
    }
}
