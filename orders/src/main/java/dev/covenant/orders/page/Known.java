package dev.covenant.orders.page;

import java.time.Duration;
import java.util.Optional;

/** What a neighbour is known to have said about one thing. */
public sealed interface Known<T> {
    /** It says so now, or did so short a time ago that it counts as now. */
    record Live<T>(T said) implements Known<T> {}

    /** It said so when it last said anything. @param age of its answer */
    record Stale<T>(T said, Duration age) implements Known<T> {}

    /** It says nothing, and what it last said is too old to be shown. */
    record Unavailable<T>() implements Known<T> {}

    default Optional<T> value() {
        return switch (this) {
            case Live<T>(var said) -> Optional.of(said);
            case Stale<T>(var said, var _) -> Optional.of(said);
            case Unavailable<T>() -> Optional.empty();
        };
    }
}
