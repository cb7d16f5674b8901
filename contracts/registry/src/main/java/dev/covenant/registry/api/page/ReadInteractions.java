package dev.covenant.registry.api.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Response.Status;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.api.page.Interaction.Field;
import dev.covenant.registry.api.page.Interaction.Part;
import dev.covenant.registry.api.page.Interaction.State;
import dev.covenant.registry.json.RegistryJson;

/**
 * Reads contracts of Pact's versions 1 to 4: exchanges over HTTP, messages, and messages with answers. A contract may hold anything, so
 * what is not as the specification has it is shown as it is, or not at all.
 */
final class ReadInteractions {
    private static final int LONGEST_TEXT = 20_000;

    private ReadInteractions() {}

    /** @param pact JSON of an object */
    static List<Interaction> of(String pact) {
        var contract = RegistryJson.mapper().readTree(pact);
        var all = new ArrayList<Interaction>();
        Stream.of("interactions", "messages")
                .flatMap(field -> contract.path(field).values().stream())
                .forEach(each -> all.add(interaction(all.size() + 1, each)));
        return all;
    }

    private static Interaction interaction(int number, JsonNode said) {
        return new Interaction(
                number,
                kind(said),
                line(said.path("description")),
                said.path("pending").asBoolean(false),
                states(said),
                parts(said));
    }

    private static String kind(JsonNode said) {
        return switch (line(said.path("type"))) {
            case "Asynchronous/Messages" -> "Message";
            case "Synchronous/Messages" -> "Message with answer";
            case "" -> said.has("contents") ? "Message" : "HTTP";
            case "Synchronous/HTTP" -> "HTTP";
            case String other -> other;
        };
    }

    /** Up to version 2 one state is named; later ones list several, with parameters. */
    private static List<State> states(JsonNode said) {
        var single = Stream.of("providerState", "provider_state")
                .map(field -> line(said.path(field)))
                .filter(name -> !name.isEmpty())
                .map(name -> new State(name, null));
        var several = said.path("providerStates").values().stream()
                .map(state -> new State(
                        line(state.path("name")), state.path("params").isEmpty() ? null : text(state.path("params"))));
        return Stream.concat(single, several).toList();
    }

    private static List<Part> parts(JsonNode said) {
        if (said.has("contents")) {
            return List.of(message("Message", said));
        }
        var request = said.path("request");
        var responses = said.path("response");
        return isMessage(request)
                ? Stream.concat(
                                Stream.of(message("Message", request)),
                                responses.values().stream().map(answer -> message("Answer", answer)))
                        .toList()
                : List.of(request(request), response(responses));
    }

    private static boolean isMessage(JsonNode part) {
        return part.has("contents");
    }

    private static Part request(JsonNode request) {
        var line = line(request.path("method")).toUpperCase(Locale.ROOT) + " " + line(request.path("path"));
        var fields = Stream.concat(fields("query", request.path("query")), fields("header", request.path("headers")));
        return new Part("Request", line.strip(), fields.toList(), body(request.path("body")), rules(request));
    }

    private static Part response(JsonNode response) {
        return new Part(
                "Response",
                status(response.path("status")),
                fields("header", response.path("headers")).toList(),
                body(response.path("body")),
                rules(response));
    }

    private static String status(JsonNode status) {
        var known = status.isInt() ? Status.fromStatusCode(status.intValue()) : null;
        return known == null ? line(status) : known.getStatusCode() + " " + known.getReasonPhrase();
    }

    private static Part message(String title, JsonNode message) {
        var metadata = message.has("metadata") ? message.path("metadata") : message.path("metaData");
        return new Part(
                title, "", fields("metadata", metadata).toList(), body(message.path("contents")), rules(message));
    }

    /** One value or several; a query may also be a text of its own. */
    private static Stream<Field> fields(String kind, JsonNode fields) {
        if (fields.isString()) {
            return Stream.of(new Field(kind, "", line(fields)));
        }
        return fields.properties().stream().map(field -> new Field(kind, field.getKey(), value(field.getValue())));
    }

    private static String value(JsonNode value) {
        return value.isArray()
                ? value.values().stream().map(ReadInteractions::line).collect(Collectors.joining(", "))
                : line(value);
    }

    /** Version 4 wraps it: what it is, and how it is written. */
    private static String body(JsonNode body) {
        if (body.isMissingNode()) {
            return null;
        }
        return body.has("content") && (body.has("contentType") || body.has("encoded"))
                ? text(body.path("content"))
                : text(body);
    }

    private static String rules(JsonNode part) {
        var rules = part.path("matchingRules");
        return rules.isEmpty() ? null : text(rules);
    }

    /** JSON in lines, text as it is, and no more of it than somebody reads. */
    private static String text(JsonNode node) {
        var whole = node.isString()
                ? node.stringValue()
                : RegistryJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(node);
        return whole.length() <= LONGEST_TEXT
                ? whole
                : whole.substring(0, LONGEST_TEXT) + "\n… %d more characters".formatted(whole.length() - LONGEST_TEXT);
    }

    /** Empty for nothing. */
    private static String line(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return node.isString() ? node.stringValue() : node.toString();
    }
}
