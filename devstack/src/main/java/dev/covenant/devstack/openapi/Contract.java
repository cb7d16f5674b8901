package dev.covenant.devstack.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A pact, of version 3 or 4 of its specification.
 *
 * @param source where it was found, for people
 */
record Contract(String source, JsonNode pact) {
    String consumer() {
        return pact.at("/consumer/name").asString("");
    }

    String provider() {
        return pact.at("/provider/name").asString("");
    }

    /** Those over HTTP: messages have no operation. */
    List<Interaction> interactions() {
        return pact.path("interactions").values().stream()
                .filter(interaction -> interaction.has("request"))
                .map(Interaction::new)
                .toList();
    }

    /** One request and its answer, as the consumer sees them. */
    record Interaction(JsonNode node) {
        String description() {
            return node.path("description").asString("");
        }

        String method() {
            return request().path("method").asString("").toUpperCase(Locale.ROOT);
        }

        String path() {
            return request().path("path").asString("");
        }

        /** Names and all their values. */
        JsonNode query() {
            return request().path("query");
        }

        /** What it sends in this header; missing when it does not. */
        JsonNode header(String name) {
            return request().path("headers").properties().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findAny()
                    .orElse(MissingNode.getInstance());
        }

        Collection<String> answerHeaders() {
            return answer().path("headers").propertyNames();
        }

        JsonNode request() {
            return node.path("request");
        }

        JsonNode answer() {
            return node.path("response");
        }

        int status() {
            return answer().path("status").asInt(200);
        }

        /** Missing when the contract says nothing of it. */
        static JsonNode body(JsonNode part) {
            var body = part.path("body");
            return body.has("content") && body.has("contentType") ? body.path("content") : body;
        }

        /** Without parameters; JSON when the contract does not tell. */
        static String mediaType(JsonNode part) {
            var header = part.path("headers").properties().stream()
                    .filter(one -> one.getKey().equalsIgnoreCase("Content-Type"))
                    .map(one -> one.getValue().isArray() ? one.getValue().path(0) : one.getValue())
                    .map(JsonNode::asString)
                    .collect(Collectors.joining());
            var told = header.isEmpty() ? part.at("/body/contentType").asString("application/json") : header;
            return told.replaceFirst("\\s*;.*", "");
        }
    }
}
