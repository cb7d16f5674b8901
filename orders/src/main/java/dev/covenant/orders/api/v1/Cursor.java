package dev.covenant.orders.api.v1;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.covenant.chassis.problem.Problem;

/** The place in a list where the next page begins, opaque to clients. */
final class Cursor {
    private static final String BROKEN = "must be a cursor that this list gave out";

    private Cursor() {}

    static String after(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key in the cursor, as read; a 400 that names the parameter when it is none of ours. */
    static <T> T read(String cursor, Function<String, Optional<T>> reader) {
        try {
            return reader.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
                    .orElseThrow(() -> Problem.invalid("cursor", BROKEN).exception());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("cursor", BROKEN).exception();
        }
    }

    /** The first {@code size} of up to {@code size + 1} rows. */
    static <T> List<T> page(List<T> rows, int size) {
        return rows.size() > size ? rows.subList(0, size) : rows;
    }
}
