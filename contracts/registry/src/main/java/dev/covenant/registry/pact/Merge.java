package dev.covenant.registry.pact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds the interactions of one contract to those of another, such as those of two builds of one commit that ran in parallel. */
final class Merge {
    /** By these an interaction is known, in all versions of the specification. */
    private static final List<String> IDENTITY =
            List.of("description", "providerState", "provider_state", "providerStates");

    private static final List<String> REQUEST = List.of("method", "path", "headers", "query");

    private Merge() {}

    /** Empty when an interaction that both have asks for something else in each. */
    static Optional<ObjectNode> of(ObjectNode there, ObjectNode added) {
        var merged = there.deepCopy();
        var fits = Stream.of("interactions", "messages").allMatch(list -> add(merged, added.path(list), list));
        return fits ? Optional.of(merged) : Optional.empty();
    }

    private static boolean add(ObjectNode merged, JsonNode added, String name) {
        if (!(added instanceof ArrayNode)) {
            return true;
        }
        var list = merged.get(name) instanceof ArrayNode present ? present : merged.putArray(name);
        for (var interaction : added) {
            var place = place(list, interaction);
            if (place < 0) {
                list.add(interaction);
            } else if (same(list.get(place).path("request"), interaction.path("request"), REQUEST)) {
                list.set(place, interaction);
            } else {
                return false;
            }
        }
        return true;
    }

    private static int place(ArrayNode list, JsonNode interaction) {
        for (int index = 0; index < list.size(); index++) {
            if (same(list.get(index), interaction, IDENTITY)) {
                return index;
            }
        }
        return -1;
    }

    private static boolean same(JsonNode one, JsonNode other, List<String> fields) {
        return fields.stream().allMatch(field -> one.path(field).equals(other.path(field)));
    }
}
