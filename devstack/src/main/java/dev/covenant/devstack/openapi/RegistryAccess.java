package dev.covenant.devstack.openapi;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A contract registry, ours or a Pact Broker, and how to get in.
 *
 * @param authorization the header's value; empty when none is needed
 */
public record RegistryAccess(URI address, String authorization) {
    static final String ADDRESS = "PACT_BROKER_BASE_URL";

    /** The one that the environment names, by the variables that Pact's own clients read. */
    static Optional<RegistryAccess> of(Map<String, String> environment) {
        var address = environment.getOrDefault(ADDRESS, "");
        return address.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RegistryAccess(URI.create(address.replaceFirst("/*$", "/")), authorization(environment)));
    }

    public static RegistryAccess basic(URI address, String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new RegistryAccess(address, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    HttpRequest.Builder request(URI uri) {
        var request = HttpRequest.newBuilder(uri).header("Accept", "application/hal+json, application/json");
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private static String authorization(Map<String, String> environment) {
        var token = environment.getOrDefault("PACT_BROKER_TOKEN", "");
        var user = environment.getOrDefault("PACT_BROKER_USERNAME", "");
        if (!token.isEmpty()) {
            return "Bearer " + token;
        }
        return user.isEmpty()
                ? ""
                : basic(URI.create("/"), user, environment.getOrDefault("PACT_BROKER_PASSWORD", ""))
                        .authorization();
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return address.toString();
    }
}
