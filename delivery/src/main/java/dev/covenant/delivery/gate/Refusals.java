package dev.covenant.delivery.gate;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import dev.covenant.devstack.DevstackException;

/** Reads the matrix: what speaks against a deployment, down to the interactions that were not kept. */
final class Refusals {
    private static final int MOST = 20;

    private final Function<URI, JsonNode> documents;

    /** @param documents reads what a link of the matrix points to */
    Refusals(Function<URI, JsonNode> documents) {
        this.documents = documents;
    }

    Verdict verdict(JsonNode answer) {
        if (answer.path("summary").path("deployable").asBoolean(false)) {
            return new Verdict.Yes();
        }
        var reasons = new ArrayList<String>();
        answer.path("summary").path("reason").asString("").lines().forEach(reasons::add);
        elements(answer.path("matrix"))
                .filter(row -> row.path("verificationResult").path("success").isBoolean())
                .filter(row -> !row.path("verificationResult").path("success").asBoolean())
                .flatMap(this::broken)
                .limit(MOST)
                .forEach(reasons::add);
        return new Verdict.No(reasons);
    }

    /** What the registry says of a question that it does not take. */
    List<String> objections(JsonNode answer) {
        var errors = answer.path("errors");
        return errors.isArray()
                ? elements(errors)
                        .map(error -> error.isString() ? error.asString() : error.toString())
                        .toList()
                : List.of(answer.toString());
    }

    private Stream<String> broken(JsonNode row) {
        var pair = "%s and %s"
                .formatted(
                        row.path("consumer").path("name").asString(),
                        row.path("provider").path("name").asString());
        var result = linked(row.path("verificationResult"), "self");
        var failed = tests(result.path("testResults"))
                .filter(test -> test.path("success").isBoolean())
                .filter(test -> !test.path("success").asBoolean())
                .toList();
        var names = failed.isEmpty() ? Map.<String, String>of() : names(linked(result, "pb:pact-version"));
        return failed.stream().map(test -> "broken between %s: %s".formatted(pair, told(test, names)));
    }

    /** Nothing when it cannot be had: a no stays a no without its reasons. */
    private JsonNode linked(JsonNode document, String relation) {
        var link = document.path("_links").path(relation).path("href").asString("");
        try {
            return link.isEmpty() ? MissingNode.getInstance() : documents.apply(URI.create(link));
        } catch (DevstackException | IllegalArgumentException notToBeHad) {
            return MissingNode.getInstance();
        }
    }

    /** A list, or a document with a list: clients differ. */
    private static Stream<JsonNode> tests(JsonNode results) {
        return elements(results.isArray() ? results : results.path("tests"));
    }

    /** Results name interactions by ids, which the registry put into the contract. */
    private static Map<String, String> names(JsonNode contract) {
        return elements(contract.path("interactions"))
                .filter(interaction -> interaction.path("_id").isString())
                .collect(Collectors.toMap(
                        interaction -> interaction.path("_id").asString(),
                        interaction -> interaction.path("description").asString(""),
                        (first, _) -> first));
    }

    private static String told(JsonNode test, Map<String, String> names) {
        var id = test.path("interactionId").asString("an interaction without an id");
        var name = "\"%s\"".formatted(names.getOrDefault(id, id));
        return elements(test.path("mismatches"))
                .map(mismatch -> mismatch.path("description").asString(mismatch.toString()))
                .findFirst()
                .map(first -> name + ": " + first)
                .orElse(name);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
