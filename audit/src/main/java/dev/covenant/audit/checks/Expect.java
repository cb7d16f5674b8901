package dev.covenant.audit.checks;

import java.util.Objects;
import java.util.Optional;

/** Findings in the words of one check. */
final class Expect {
    private Expect() {}

    static Optional<Finding> that(boolean holds, String expected, String found, Object... values) {
        return holds ? Optional.empty() : Optional.of(new Finding(expected, found.formatted(values)));
    }

    /** @param what names the thing, such as "captured" */
    static Optional<Finding> equal(String what, Object expected, Object found) {
        return that(Objects.equals(expected, found), what + " " + expected, "%s %s", what, found);
    }
}
