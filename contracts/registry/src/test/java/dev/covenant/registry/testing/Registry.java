package dev.covenant.registry.testing;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.devstack.testing.ServiceClient;

/** The registry under test as one of its clients uses it. Each test brings names of its own, so that tests share a server in peace. */
public record Registry(ServiceClient http, String authorization) {

    /** Who may do everything. */
    public static Registry of(ServerUnderTest server) {
        return of(server, "keeper:all");
    }

    /**
     * @param credentials name and password with a colon between
     */
    public static Registry of(ServerUnderTest server, String credentials) {
        var encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return new Registry(client(server.baseUri(), null), "Basic " + encoded);
    }

    public static Registry withToken(ServerUnderTest server, String token) {
        return new Registry(client(server.baseUri(), token), null);
    }

    /** A name that nobody has used. */
    public static String newName(String name) {
        return name + " " + UUID.randomUUID();
    }

    public ServiceAnswer get(String path, Object... names) {
        return send("GET", at(path, names), null);
    }

    public ServiceAnswer put(String path, Object... names) {
        return send("PUT", at(path, names), "{}");
    }

    public ServiceAnswer delete(String path, Object... names) {
        return send("DELETE", at(path, names), null);
    }

    /** With any body; null for none. */
    public ServiceAnswer send(String method, String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        if (authorization != null) {
            all.addAll(List.of("Authorization", authorization));
        }
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return http.send(method, path, publisher, all.toArray(String[]::new));
    }

    public ServiceAnswer publish(String consumer, String version, String provider, String pact, Map<String, ?> more) {
        return send("POST", "contracts/publish", Publications.body(consumer, version, provider, pact, more));
    }

    public ServiceAnswer publish(String consumer, String version, String provider, String pact) {
        return publish(consumer, version, provider, pact, Map.of());
    }

    /** Posts to an address that the registry has given. */
    public ServiceAnswer sendTo(String href, String body) {
        return send("POST", href, body);
    }

    /** Tells the result of verifying what a consumer version says. */
    public ServiceAnswer verify(
            String consumer, String version, String provider, String providerVersion, boolean success) {
        var href = pact(consumer, version, provider).text("/_links/pb:publish-verification-results/href");
        return sendTo(
                href, Publications.json(Map.of("success", success, "providerApplicationVersion", providerVersion)));
    }

    /** An environment that nobody else uses. */
    public TestEnvironment newEnvironment() {
        var name = "env-" + UUID.randomUUID();
        var made = send("POST", "environments", Publications.json(Map.of("name", name, "production", false)));
        return new TestEnvironment(name, made.text("uuid"));
    }

    /** @param instance null for the one without a name */
    public ServiceAnswer deploy(String pacticipant, String version, TestEnvironment environment, String instance) {
        return send(
                "POST",
                at(
                        "pacticipants/%s/versions/%s/deployed-versions/environment/%s",
                        pacticipant, version, environment.uuid()),
                instance == null
                        ? "{}"
                        : Publications.json(Map.of("applicationInstance", instance, "target", instance)));
    }

    public ServiceAnswer release(String pacticipant, String version, TestEnvironment environment) {
        return send(
                "POST",
                at(
                        "pacticipants/%s/versions/%s/released-versions/environment/%s",
                        pacticipant, version, environment.uuid()),
                "{}");
    }

    public ServiceAnswer pact(String consumer, String version, String provider) {
        return get("pacts/provider/%s/consumer/%s/version/%s", provider, consumer, version);
    }

    /** A path in which each {@code %s} is a name. */
    public static String at(String path, Object... names) {
        var encoded = new Object[names.length];
        for (int index = 0; index < names.length; index++) {
            encoded[index] = URLEncoder.encode(names[index].toString(), StandardCharsets.UTF_8)
                    .replace("+", "%20");
        }
        return names.length == 0 ? path : path.formatted(encoded);
    }

    private static ServiceClient client(URI address, String token) {
        return new ServiceClient(address, token);
    }

    public record TestEnvironment(String name, String uuid) {}
}
