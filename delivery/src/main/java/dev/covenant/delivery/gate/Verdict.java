package dev.covenant.delivery.gate;

import java.util.List;

/** The registry's answer. */
public sealed interface Verdict {

    record Yes() implements Verdict {}

    /** @param reasons sentences for people, broken interactions named */
    record No(List<String> reasons) implements Verdict {
        public No {
            reasons = List.copyOf(reasons);
        }
    }
}
