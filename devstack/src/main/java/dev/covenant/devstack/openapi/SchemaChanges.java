package dev.covenant.devstack.openapi;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * Compares schemas in one direction. What a request may be must not shrink, what an answer may be must not grow: {@code mayShrink} tells
 * which. The library for this (openapi-diff 2.1.7) does not see a changed type in OpenAPI 3.1 (its issues 745 and 910).
 */
final class SchemaChanges {
    private static final List<String> UPPER_LIMITS =
            List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final List<String> LOWER_LIMITS =
            List.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");

    /** Not taken apart: a difference in them is one, whatever it means. */
    private static final List<String> AS_A_WHOLE =
            List.of("format", "pattern", "const", "uniqueItems", "multipleOf", "not", "discriminator");

    private static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf", "allOf");

    private final ApiDocument before;
    private final ApiDocument after;
    private final boolean mayShrink;
    private final Collection<String> found;
    private final Set<String> seen = new HashSet<>();

    private SchemaChanges(ApiDocument before, ApiDocument after, boolean mayShrink, Collection<String> found) {
        this.before = before;
        this.after = after;
        this.mayShrink = mayShrink;
        this.found = found;
    }

    static SchemaChanges ofRequests(ApiDocument before, ApiDocument after, Collection<String> found) {
        return new SchemaChanges(before, after, false, found);
    }

    static SchemaChanges ofAnswers(ApiDocument before, ApiDocument after, Collection<String> found) {
        return new SchemaChanges(before, after, true, found);
    }

    void compare(String where, JsonNode old, JsonNode now) {
        // A schema may contain itself; what is wrong with it is told once.
        if (old.has("$ref") && !seen.add(old + " " + now)) {
            return;
        }
        schemas(where, before.resolve(old), after.resolve(now));
    }

    private void schemas(String where, JsonNode old, JsonNode now) {
        types(where, old, now);
        values(where, old, now);
        limits(where, old, now);
        properties(where, old, now);
        ALTERNATIVES.forEach(member -> alternatives(where, member, old.path(member), now.path(member)));
        if (old.path("additionalProperties").isObject()
                && now.path("additionalProperties").isObject()) {
            compare(where + " .*", old.path("additionalProperties"), now.path("additionalProperties"));
        } else {
            asAWhole(where, "additionalProperties", old, now);
        }
        if (old.has("items")) {
            compare(where + "[]", old.path("items"), now.path("items"));
        } else if (!mayShrink && now.has("items")) {
            found.add("%s[]: was anything and is %s".formatted(where, now.path("items")));
        }
    }

    /** One by one: which of them are others is not looked for. */
    private void alternatives(String where, String member, JsonNode old, JsonNode now) {
        if (old.size() != now.size()) {
            found.add("%s: %s had %d alternatives and has %d".formatted(where, member, old.size(), now.size()));
            return;
        }
        for (var index = 0; index < old.size(); index++) {
            compare("%s %s[%d]".formatted(where, member, index), old.path(index), now.path(index));
        }
    }

    private void types(String where, JsonNode old, JsonNode now) {
        var earlier = names(old.path("type"));
        var later = names(now.path("type"));
        var smaller = mayShrink ? later : earlier;
        var larger = mayShrink ? earlier : later;
        // No type at all is any type. An integer is a number, too.
        var fits = larger.isEmpty()
                || !smaller.isEmpty()
                        && smaller.stream()
                                .allMatch(type ->
                                        larger.contains(type) || type.equals("integer") && larger.contains("number"));
        if (!fits) {
            found.add("%s: was %s and is %s".formatted(where, told(earlier), told(later)));
        }
    }

    private void values(String where, JsonNode old, JsonNode now) {
        if (mayShrink) {
            renamed(where, names(old.path("enum")), names(now.path("enum")));
            return;
        }
        if (!now.has("enum")) {
            return;
        }
        if (!old.has("enum")) {
            found.add("%s: was free and is one of %s".formatted(where, names(now.path("enum"))));
            return;
        }
        var gone = minus(names(old.path("enum")), names(now.path("enum")));
        if (!gone.isEmpty()) {
            found.add("%s: no longer takes %s".formatted(where, gone));
        }
    }

    /** In an answer a new value breaks nobody, nor does one that comes no more; both at once look like one with another name. */
    private void renamed(String where, Set<String> earlier, Set<String> later) {
        var gone = minus(earlier, later);
        var added = minus(later, earlier);
        if (!gone.isEmpty() && !added.isEmpty()) {
            found.add("%s: %s is now %s".formatted(where, gone, added));
        }
    }

    private void limits(String where, JsonNode old, JsonNode now) {
        AS_A_WHOLE.forEach(member -> asAWhole(where, member, old, now));
        UPPER_LIMITS.forEach(limit -> limit(where, limit, old, now, 1));
        LOWER_LIMITS.forEach(limit -> limit(where, limit, old, now, -1));
    }

    private void asAWhole(String where, String member, JsonNode old, JsonNode now) {
        // An answer that promises more than before, and a request of which less is asked, break nobody.
        var promisesMore = mayShrink && !old.has(member) || !mayShrink && !now.has(member);
        if (!promisesMore && !old.path(member).equals(now.path(member))) {
            found.add("%s: %s was %s and is %s".formatted(where, member, told(old, member), told(now, member)));
        }
    }

    /** @param direction 1 when more allows more */
    private void limit(String where, String limit, JsonNode old, JsonNode now, int direction) {
        var tight = mayShrink ? now : old;
        var loose = mayShrink ? old : now;
        if (loose.has(limit)
                && (!tight.has(limit) || direction * number(tight, limit).compareTo(number(loose, limit)) > 0)) {
            found.add("%s: %s was %s and is %s".formatted(where, limit, told(old, limit), told(now, limit)));
        }
    }

    private void properties(String where, JsonNode old, JsonNode now) {
        var earlier = names(old.path("required"));
        var later = names(now.path("required"));
        old.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            var there = where + " ." + name;
            var other = now.path("properties").path(name);
            if (other.isMissingNode()) {
                found.add(there + " is gone");
                return;
            }
            if (mayShrink && earlier.contains(name) && !later.contains(name)) {
                found.add(there + " may now be absent");
            }
            compare(there, property.getValue(), other);
        });
        if (!mayShrink) {
            later.stream()
                    .filter(name -> !earlier.contains(name))
                    .forEach(name -> found.add("%s .%s is now required".formatted(where, name)));
        }
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        var rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static BigDecimal number(JsonNode schema, String limit) {
        return schema.get(limit).decimalValue();
    }

    private static String told(JsonNode schema, String limit) {
        return schema.has(limit) ? schema.get(limit).toString() : "none";
    }

    private static String told(Set<String> types) {
        return types.isEmpty() ? "anything" : String.join(" or ", types);
    }

    private static Set<String> names(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? oneOrMore.values().stream().map(JsonNode::asString).collect(Collectors.toSet())
                : oneOrMore.isMissingNode() ? Set.of() : Set.of(oneOrMore.asString());
    }
}
