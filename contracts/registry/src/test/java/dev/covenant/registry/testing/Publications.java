package dev.covenant.registry.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** Contracts, and the bodies with which they are published. */
public final class Publications {
    private Publications() {}

    /** A contract with one interaction for each description, which is all that differs. */
    public static String pact(String consumer, String provider, String... descriptions) {
        var interactions = List.of(descriptions).stream()
                .map(description -> Map.of(
                        "description", description,
                        "request", Map.of("method", "GET", "path", "/" + description),
                        "response", Map.of("status", 200)))
                .toList();
        return json(Map.of(
                "consumer", Map.of("name", consumer),
                "provider", Map.of("name", provider),
                "interactions", interactions,
                "metadata", Map.of("pactSpecification", Map.of("version", "2.0.0"))));
    }

    /** What the clients send. {@code onConflict} goes to the contract, all else that is added to the publication. */
    public static String body(String consumer, String version, String provider, String pact, Map<String, ?> more) {
        var contract = new HashMap<String, Object>(contract(consumer, provider, pact));
        var body = new HashMap<String, Object>(more);
        if (body.containsKey("onConflict")) {
            contract.put("onConflict", body.remove("onConflict"));
        }
        body.put("pacticipantName", consumer);
        body.put("pacticipantVersionNumber", version);
        body.put("contracts", List.of(contract));
        return json(body);
    }

    /** One contract of a publication. */
    public static Map<String, String> contract(String consumer, String provider, String pact) {
        return Map.of(
                "consumerName",
                consumer,
                "providerName",
                provider,
                "specification",
                "pact",
                "contentType",
                "application/json",
                "content",
                Base64.getEncoder().encodeToString(pact.getBytes(StandardCharsets.UTF_8)));
    }

    public static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
