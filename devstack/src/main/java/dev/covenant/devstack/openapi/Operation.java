package dev.covenant.devstack.openapi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * One operation of an API.
 *
 * @param method in capital letters
 * @param path with its variables in braces
 * @param node what the document says of it
 */
record Operation(String method, String path, JsonNode node) {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    String name() {
        return method + " " + path;
    }

    boolean isDeprecated() {
        return node.path("deprecated").asBoolean(false);
    }

    /** Whether a request goes to it. A variable is one segment, never empty. */
    boolean takes(String requestMethod, String requestPath) {
        return method.equalsIgnoreCase(requestMethod)
                && pattern().matcher(requestPath).matches();
    }

    /** The fewer variables, the closer it is: of two that take a request the closer one gets it. */
    int variables() {
        return (int) VARIABLE.matcher(path).results().count();
    }

    List<JsonNode> parameters() {
        return List.copyOf(node.path("parameters").values());
    }

    JsonNode responses() {
        return node.path("responses");
    }

    private Pattern pattern() {
        var regex = new StringBuilder();
        var end = 0;
        for (Matcher variable = VARIABLE.matcher(path); variable.find(); end = variable.end()) {
            regex.append(Pattern.quote(path.substring(end, variable.start()))).append("[^/]+");
        }
        return Pattern.compile(regex.append(Pattern.quote(path.substring(end))).toString());
    }
}
