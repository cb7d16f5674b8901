package dev.covenant.devstack.contracts;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.covenant.devstack.DevstackException;

/**
 * Where the registry is, ours or a Pact Broker, and how to get in.
 *
 * @param url without a slash at the end
 * @param user empty when a token is used, or nothing at all
 * @param token for the header {@code Authorization: Bearer}; empty when there is none
 */
public record RegistryAddress(String url, String user, String password, String token) {
    /** Name and password of the only user of a local stack's registry. */
    public static final String LOCAL_USER = "covenant";

    public static final String URL = "PACT_BROKER_BASE_URL";
    private static final String OUR_URL = "REGISTRY_URL";
    private static final String USERNAME = "PACT_BROKER_USERNAME";
    private static final String PASSWORD = "PACT_BROKER_PASSWORD";
    private static final String TOKEN = "PACT_BROKER_TOKEN";

    /** That of a stack on this machine. */
    public static RegistryAddress local(String url) {
        return new RegistryAddress(url, LOCAL_USER, LOCAL_USER, "");
    }

    /**
     * The one that was asked for, else the one that the environment names, else the local stack's. Credentials come from the
     * environment only, so that no list of processes shows them.
     *
     * @param asked on the command line; empty when it was not
     * @param local asked for when nothing names another
     */
    public static RegistryAddress of(String asked, Map<String, String> environment, Supplier<RegistryAddress> local) {
        var named = asked.isEmpty() ? environment.getOrDefault(URL, environment.getOrDefault(OUR_URL, "")) : asked;
        if (named.isEmpty()) {
            return local.get();
        }
        var token = environment.getOrDefault(TOKEN, "");
        return new RegistryAddress(
                checked(named),
                token.isEmpty() ? environment.getOrDefault(USERNAME, "") : "",
                token.isEmpty() ? environment.getOrDefault(PASSWORD, "") : "",
                token);
    }

    /** The one that the environment names, if it names one. */
    public static Optional<RegistryAddress> named(Map<String, String> environment) {
        return Optional.ofNullable(of("", environment, () -> null));
    }

    /** For Pact's clients. Those that are empty are none. */
    public Map<String, String> environment() {
        var variables = new HashMap<>(Map.of(URL, url, USERNAME, user, PASSWORD, password, TOKEN, token));
        variables.values().removeIf(String::isEmpty);
        return variables;
    }

    /** Puts this address into the environment of a process, in place of what it would inherit. */
    void give(ProcessBuilder process) {
        process.environment().keySet().removeAll(List.of(URL, USERNAME, PASSWORD, TOKEN));
        process.environment().putAll(environment());
    }

    /** A request below it, with its credentials. */
    public HttpRequest.Builder request(String path) {
        return request(URI.create(url + path));
    }

    /** Likewise, for one of its own links. */
    public HttpRequest.Builder request(URI link) {
        var request = HttpRequest.newBuilder(link).header("Accept", "application/hal+json");
        if (!token.isEmpty()) {
            return request.header("Authorization", "Bearer " + token);
        }
        if (!user.isEmpty()) {
            var basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
            return request.header("Authorization", "Basic " + basic);
        }
        return request;
    }

    private static String checked(String url) {
        if (!url.matches("https?://[^\\s@]+")) {
            throw new DevstackException(
                    "\"%s\" is no address of a registry: it begins with http:// or https://, and holds no password."
                            .formatted(url));
        }
        return url.replaceFirst("/+$", "");
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return url;
    }
}
