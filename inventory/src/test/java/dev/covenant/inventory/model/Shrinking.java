package dev.covenant.inventory.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out commands of a sequence that fails as long as the rest fails, too. */
record Shrinking(Predicate<List<Command>> fails) {
    List<Command> shortest(List<Command> failing) {
        var shorter = failing;
        for (var left = failing.size() - 1; left >= 0; left--) {
            var rest = new ArrayList<>(shorter);
            rest.remove(left);
            if (fails.test(rest)) {
                shorter = rest;
            }
        }
        return shorter.size() < failing.size() ? shortest(shorter) : shorter;
    }
}
