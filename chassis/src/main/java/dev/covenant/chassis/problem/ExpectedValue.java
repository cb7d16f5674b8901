package dev.covenant.chassis.problem;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says in the caller's words what a JSON value must be, from the Java type that it is read into. */
final class ExpectedValue {
    private static final Map<Class<?>, String> WORDS = Map.of(
            String.class, "a string",
            Boolean.class, "true or false",
            Integer.class, "a whole number",
            Long.class, "a whole number",
            UUID.class, "a UUID of version 7",
            Instant.class, "a time such as 2026-01-31T12:00:00Z");

    private ExpectedValue() {}

    static String of(Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return WORDS.getOrDefault(type, type.isPrimitive() ? "a whole number" : "an object");
    }
}
