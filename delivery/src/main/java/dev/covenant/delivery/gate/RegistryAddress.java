package dev.covenant.delivery.gate;

import java.net.URI;
import java.util.Base64;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where the registry is and who we are there, from the variables that Pact's own clients read.
 *
 * @param base without a slash at the end
 * @param authorization the header's value
 */
public record RegistryAddress(URI base, String authorization) {
    private static final String LOCAL = "http://localhost:9083";
    /** Of the local stack only, see ./covenant up. */
    private static final String LOCAL_USER = "covenant";

    /** PACT_BROKER_BASE_URL or REGISTRY_URL, and PACT_BROKER_TOKEN or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD; the local stack's when none is set. */
    public static RegistryAddress of(Map<String, String> environment) {
        var base = environment.getOrDefault("PACT_BROKER_BASE_URL", environment.get("REGISTRY_URL"));
        var standIn = base == null ? LOCAL_USER : "";
        var token = environment.get("PACT_BROKER_TOKEN");
        var user = environment.getOrDefault("PACT_BROKER_USERNAME", standIn);
        var password = environment.getOrDefault("PACT_BROKER_PASSWORD", standIn);
        return new RegistryAddress(
                URI.create((base == null ? LOCAL : base).replaceAll("/+$", "")),
                token == null ? basic(user, password) : "Bearer " + token);
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return base.toString();
    }
}
