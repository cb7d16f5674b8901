package dev.covenant.registry.pact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.covenant.registry.json.CanonicalJson;

/**
 * What a contract says.
 *
 * @param sha SHA-1 of all that a verification depends on, the same that the Pact Broker computes: interactions, messages and the version
 *     of the specification, in canonical order. Names, ids and other metadata do not count. Same sha, same contract.
 * @param text to be kept and served: compact, each interaction led by its {@code _id}
 */
public record Content(String sha, String text) {
    private static final String INTERACTIONS = "interactions";
    private static final String MESSAGES = "messages";
    private static final String ID = "_id";

    /** The Broker adds them to every contract that it serves. */
    private static final List<String> ADDED_WHEN_SERVED = List.of("createdAt", "_links");

    public static Content of(ObjectNode pact) {
        return new Content(sha1(CanonicalJson.of(whatCounts(pact))), CanonicalJson.of(withIds(pact)));
    }

    private static JsonNode whatCounts(ObjectNode pact) {
        var ordered = Stream.of(INTERACTIONS, MESSAGES)
                .filter(field -> isThere(pact.path(field)))
                .toList();
        if (ordered.isEmpty()) {
            return pact;
        }
        var counts = JsonNodeFactory.instance.objectNode();
        // The order of interactions means nothing; that of messages only counts beside interactions.
        ordered.forEach(field -> counts.set(field, withoutIds(CanonicalJson.sorted(pact.get(field)))));
        counts.set(ordered.getFirst(), inOrder(counts.get(ordered.getFirst())));
        specification(pact).ifPresent(version -> counts.set("pact_specification_version", version));
        return counts;
    }

    /** Ours are there when something is merged with what is kept, and others may come with what is published. */
    private static JsonNode withoutIds(JsonNode copy) {
        if (copy instanceof ArrayNode list) {
            list.forEach(element -> {
                if (element instanceof ObjectNode interaction) {
                    interaction.remove(ID);
                }
            });
        }
        return copy;
    }

    private static JsonNode inOrder(JsonNode list) {
        if (!(list instanceof ArrayNode)) {
            return list;
        }
        var sorted = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(list.spliterator(), false)
                .map(Placed::of)
                .sorted(Comparator.comparing(Placed::place, Arrays::compareUnsigned))
                .forEach(placed -> sorted.add(placed.element()));
        return sorted;
    }

    private static Optional<JsonNode> specification(ObjectNode pact) {
        var metadata = pact.path("metadata");
        return Stream.of(
                        metadata.path("pactSpecification").path("version"),
                        metadata.path("pact-specification").path("version"),
                        metadata.path("pactSpecificationVersion"))
                .filter(Content::isThere)
                .findFirst();
    }

    private static ObjectNode withIds(ObjectNode pact) {
        var copy = JsonNodeFactory.instance.objectNode();
        pact.properties().stream()
                .filter(field -> !ADDED_WHEN_SERVED.contains(field.getKey()))
                .forEach(field -> copy.set(
                        field.getKey(),
                        field.getKey().equals(INTERACTIONS) || field.getKey().equals(MESSAGES)
                                ? withIds(field.getValue())
                                : field.getValue()));
        return copy;
    }

    private static JsonNode withIds(JsonNode list) {
        if (!(list instanceof ArrayNode)) {
            return list;
        }
        var copy = JsonNodeFactory.instance.arrayNode();
        list.forEach(element -> copy.add(element instanceof ObjectNode interaction ? withId(interaction) : element));
        return copy;
    }

    /** Whatever id it came with: an id is what it says. */
    private static ObjectNode withId(ObjectNode interaction) {
        // What is below is shared, not copied: all of a large contract twice would be most of the heap.
        var bare = JsonNodeFactory.instance.objectNode();
        bare.setAll(interaction);
        bare.remove(ID);
        var led = JsonNodeFactory.instance.objectNode();
        led.put(ID, sha1(CanonicalJson.of(CanonicalJson.sorted(bare))));
        led.setAll(bare);
        return led;
    }

    /** As Ruby sees it: null and false are nothing. */
    private static boolean isThere(JsonNode node) {
        return !node.isMissingNode() && !node.isNull() && !(node.isBoolean() && !node.booleanValue());
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }

    /** Spelled once, and not for each comparison: the largest contracts have tens of thousands of interactions. */
    private record Placed(byte[] place, JsonNode element) {
        static Placed of(JsonNode element) {
            return new Placed(CanonicalJson.of(element).getBytes(StandardCharsets.UTF_8), element);
        }
    }
}
