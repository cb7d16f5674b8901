package dev.covenant.registry.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.json.RegistryJson;

/**
 * What a client gave: reads fields of a body and names each rule that one breaks. Fields that nobody asks for are welcome. Ask for all,
 * then {@link #require} that none is broken.
 */
final class Given {
    /** What becomes a name, a number or a word. */
    static final int LONGEST_NAME = 255;

    static final int LONGEST_URL = 2_000;

    private final JsonNode body;
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    Given(JsonNode body) {
        this.body = body;
    }

    /**
     * Of a body of which parts are kept as they are.
     *
     * @throws Refused 400 when it is no object, or holds what cannot be kept
     */
    static Given toBeKept(JsonNode body) {
        return new Given(RegistryJson.object(body)
                .orElseThrow(() ->
                        Refused.error(400, "The body must be a JSON object, its numbers finite and its texts whole.")));
    }

    /** One name from a path. */
    static String name(String field, String value) {
        brokenRule(value, LONGEST_NAME).ifPresent(rule -> {
            throw Refused.invalid(field, rule);
        });
        return value;
    }

    /** A name that must be there. */
    String name(String field) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            broken(field, "is missing");
            return null;
        }
        return text(field, value, LONGEST_NAME);
    }

    /** A name that may be left out; null then. */
    String optionalName(String field) {
        var value = body.path(field);
        return value.isMissingNode() || value.isNull() ? null : text(field, value, LONGEST_NAME);
    }

    /** The first of the fields that is there, the others being older spellings of it. */
    Optional<String> text(int longest, String... fields) {
        return Stream.of(fields)
                .filter(field ->
                        !body.path(field).isMissingNode() && !body.path(field).isNull())
                .findFirst()
                .map(field -> text(field, body.path(field), longest));
    }

    /** A truth value that must be there. */
    boolean truth(String field) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            broken(field, "is missing");
        } else if (!value.isBoolean()) {
            broken(field, "must be true or false");
        }
        return value.asBoolean(false);
    }

    /** A list of names; empty when it is left out. */
    List<String> names(String field) {
        var list = body.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            broken(field, "must be an array");
            return List.of();
        }
        var names = new ArrayList<String>();
        list.forEach(element -> names.add(text(field, element, LONGEST_NAME)));
        return names;
    }

    /** The URL of a web page; null when it is left out. */
    String url(String field) {
        var url = text(LONGEST_URL, field).orElse(null);
        if (url != null && !isWebPage(url)) {
            broken(field, "Invalid URL '%s'. Expected format: http://example.org".formatted(url));
        }
        return url;
    }

    void broken(String field, String rule) {
        errors.computeIfAbsent(field, _ -> new ArrayList<>()).add(rule);
    }

    /** The first rule that is broken, for whoever tells it under another name. */
    Optional<String> firstRule() {
        return errors.values().stream().flatMap(List::stream).findFirst();
    }

    /** @throws Refused 400 with all that is broken */
    void require() {
        if (!errors.isEmpty()) {
            throw Refused.invalid(errors);
        }
    }

    private String text(String field, JsonNode value, int longest) {
        if (!value.isString()) {
            broken(field, "must be a string");
            return null;
        }
        brokenRule(value.stringValue(), longest).ifPresent(rule -> broken(field, rule));
        return value.stringValue();
    }

    private static Optional<String> brokenRule(String value, int longest) {
        if (value.isBlank()) {
            return Optional.of("can't be blank");
        }
        if (value.length() > longest) {
            return Optional.of("must have at most %d characters".formatted(longest));
        }
        if (value.equals(".") || value.equals("..")) {
            return Optional.of("cannot be %s, which means something else in a path".formatted(value));
        }
        if (value.codePoints().anyMatch(Given::cannotBeKept)) {
            return Optional.of("cannot contain a new line or another control character");
        }
        return Optional.empty();
    }

    private static boolean cannotBeKept(int point) {
        return Character.isISOControl(point) || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static boolean isWebPage(String url) {
        try {
            var uri = URI.create(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
