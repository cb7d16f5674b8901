package dev.covenant.registry.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

import dev.covenant.registry.json.CanonicalJson;
import dev.covenant.registry.json.RegistryJson;
import dev.covenant.registry.pact.Pact;

/** Reads the states that contracts name: each with its parameters once, with the consumers that name it. */
final class ProviderStates {
    private ProviderStates() {}

    /** @param texts what the contracts say, by the content's id */
    static ArrayNode of(List<Pact> pacts, Map<Long, String> texts) {
        var consumers = new TreeMap<State, TreeSet<String>>(
                Comparator.comparing(State::name).thenComparing(state -> CanonicalJson.of(state.params())));
        pacts.forEach(pact -> states(RegistryJson.mapper().readTree(texts.get(pact.contentId())))
                .forEach(state ->
                        consumers.computeIfAbsent(state, _ -> new TreeSet<>()).add(pact.consumer())));
        var list = JsonNodeFactory.instance.arrayNode();
        consumers.forEach((state, names) -> {
            var entry = list.addObject().put("name", state.name());
            if (!state.params().isEmpty()) {
                entry.set("params", state.params());
            }
            names.forEach(entry.putArray("consumers")::add);
        });
        return list;
    }

    private static Stream<State> states(JsonNode pact) {
        return Stream.of("interactions", "messages")
                .flatMap(field -> pact.path(field).values().stream())
                .flatMap(interaction -> Stream.concat(
                        // Up to version 2 of the specification one is named; later ones list several, with parameters.
                        Stream.of(interaction.path("providerState"), interaction.path("provider_state"))
                                .map(name -> new State(name.asString(""), MissingNode.getInstance())),
                        interaction.path("providerStates").values().stream()
                                .map(state -> new State(
                                        state.path("name").asString(""), CanonicalJson.sorted(state.path("params"))))))
                .filter(state -> !state.name().isEmpty());
    }

    private record State(String name, JsonNode params) {}
}
