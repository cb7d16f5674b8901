package dev.covenant.delivery.gate;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.contracts.RegistryAddress;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A registry that speaks the Pact Broker's API: ours, or the Broker itself. */
public final class HttpRegistry implements Registry, AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String PRODUCTION = "production";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final RegistryAddress address;
    private final List<String> ignored;

    public HttpRegistry(RegistryAddress address) {
        this(address, List.of());
    }

    /**
     * @param ignored services whose contracts do not count: for the first deployment of two that need each other, when neither is there yet.
     *     One that is there is not ignored: that is a no.
     */
    public HttpRegistry(RegistryAddress address, List<String> ignored) {
        this.address = address;
        this.ignored = List.copyOf(ignored);
    }

    @Override
    public Verdict canIDeploy(String service, String version, String environment) {
        var id = environmentId(environment);
        var present = ignored.stream().filter(name -> isDeployed(name, id)).toList();
        if (!present.isEmpty()) {
            return new Verdict.No(List.of(
                    "%s is in %s already: its contracts count.".formatted(String.join(", ", present), environment)));
        }
        var answer = send(
                "GET",
                address.request("/can-i-deploy?pacticipant=%s&version=%s&environment=%s%s"
                        .formatted(
                                encoded(service),
                                encoded(version),
                                encoded(environment),
                                ignored.stream()
                                        .map(name -> "&ignore[]=" + encoded(name))
                                        .collect(Collectors.joining())
                                        .replace("[]", "%5B%5D"))),
                null);
        return switch (answer.statusCode()) {
            case 200 -> new Refusals(this::read).verdict(parsed(answer));
            // Unknown to the registry: nobody has published or verified anything for it.
            case 400, 404 -> new Verdict.No(new Refusals(this::read).objections(parsed(answer)));
            default -> throw unexpected(answer);
        };
    }

    @Override
    public void recordDeployment(String service, String version, String environment) {
        var answer = send(
                "POST",
                address.request("/pacticipants/%s/versions/%s/deployed-versions/environment/%s"
                        .formatted(encoded(service), encoded(version), environmentId(environment))),
                Map.of());
        json(answer);
    }

    @Override
    public void recordWithdrawal(String service, String environment) {
        for (var deployed : deployed(service, environmentId(environment))) {
            var itself =
                    URI.create(deployed.path("_links").path("self").path("href").asString());
            json(send("PATCH", address.request(itself), Map.of("currentlyDeployed", false)));
        }
    }

    private boolean isDeployed(String service, String environmentId) {
        return !deployed(service, environmentId).isEmpty();
    }

    private JsonNode deployed(String service, String environmentId) {
        return json(send(
                        "GET",
                        address.request("/environments/%s/deployed-versions/currently-deployed?pacticipant=%s"
                                .formatted(environmentId, encoded(service))),
                        null))
                .path("_embedded")
                .path("deployedVersions");
    }

    /** The one of that name, made when there is none. */
    private String environmentId(String name) {
        var known = json(send("GET", address.request("/environments"), null))
                .path("_embedded")
                .path("environments");
        for (var environment : known) {
            if (environment.path("name").asString().equals(name)) {
                return environment.path("uuid").asString();
            }
        }
        var made = send(
                "POST", address.request("/environments"), Map.of("name", name, "production", name.equals(PRODUCTION)));
        return json(made).path("uuid").asString();
    }

    private JsonNode read(URI document) {
        return json(send("GET", address.request(document), null));
    }

    private HttpResponse<String> send(String method, HttpRequest.Builder to, Map<String, ?> body) {
        var request = to.timeout(LIMIT)
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DevstackException(
                    "The registry at %s does not answer. ./covenant up starts the local one; PACT_BROKER_BASE_URL names another."
                            .formatted(address),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while asking the registry", e);
        }
    }

    /** What it says when it does what it was asked; an error is no answer, whatever is in it. */
    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw unexpected(answer);
        }
        return parsed(answer);
    }

    private static JsonNode parsed(HttpResponse<String> answer) {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw unexpected(answer);
        }
    }

    private static DevstackException unexpected(HttpResponse<String> answer) {
        return new DevstackException("The registry answered %d to %s %s: %s"
                .formatted(answer.statusCode(), answer.request().method(), answer.uri(), answer.body()));
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }
}
