package dev.covenant.devstack.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One operation of an API.
 *
 * @param method in capital letters
 * @param path with its variables in braces
 * @param node what the document says of it
 */
record Operation(String method, String path, JsonNode node) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** One that is known by its name only, such as {@code GET /api/v1/stock/{sku}}. */
    static Operation named(String name) {
        return new Operation(
                name.replaceFirst(" .*", ""), name.replaceFirst("[^ ]* ", ""), JsonNodeFactory.instance.missingNode());
    }

    String name() {
        return method + " " + path;
    }

    /** As clients see it: what its variables are called is the document's own affair. */
    boolean isSameAs(Operation other) {
        return shape().equals(other.shape());
    }

    boolean isDeprecated() {
        return node.path("deprecated").asBoolean(false);
    }

    /** Whether a request goes to it. A variable is one segment, never empty. */
    boolean takes(String requestMethod, String requestPath) {
        return method.equalsIgnoreCase(requestMethod)
                && pattern().matcher(requestPath).matches();
    }

    /** In their order. The fewer, the closer it is: of two that take a request the closer one gets it. */
    List<String> variables() {
        return VARIABLE.matcher(path)
                .results()
                .map(variable -> variable.group(1))
                .toList();
    }

    /** What a request that it takes has in their places. */
    Map<String, String> values(String requestPath) {
        var values = new HashMap<String, String>();
        var taken = pattern().matcher(requestPath);
        if (taken.matches()) {
            for (var index = 0; index < taken.groupCount(); index++) {
                values.put(variables().get(index), taken.group(index + 1));
            }
        }
        return values;
    }

    List<JsonNode> parameters() {
        return List.copyOf(node.path("parameters").values());
    }

    JsonNode responses() {
        return node.path("responses");
    }

    /** Its name, in which no variable has one. */
    String shape() {
        return method + " " + VARIABLE.matcher(path).replaceAll("{}");
    }

    private Pattern pattern() {
        var regex = new StringBuilder();
        var end = 0;
        for (MatchResult variable : VARIABLE.matcher(path).results().toList()) {
            regex.append(Pattern.quote(path.substring(end, variable.start()))).append("([^/]+)");
            end = variable.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(path.substring(end))).toString());
    }
}
