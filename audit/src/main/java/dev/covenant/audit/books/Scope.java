package dev.covenant.audit.books;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an audit looks at: everything, or what was placed or changed since a time.
 *
 * <p>An id of UUIDv7 tells when it was made, so most of what is new lies behind one id and is read by walking the primary key from
 * there. The rest, old ids that changed since, is few, and is found by the time of its change. Nothing is lost should an id be
 * of another kind: the two ranges together are all ids, and the time of change decides in both.
 */
public record Scope(Optional<Instant> since) {

    public static Scope everything() {
        return new Scope(Optional.empty());
    }

    public List<IdRange> ranges() {
        return since.map(time -> List.of(IdRange.madeSince(time), IdRange.madeBefore(time)))
                .orElseGet(() -> List.of(IdRange.all()));
    }

    /** Where new ids begin. */
    public IdRange newIds() {
        return ranges().getFirst();
    }

    /** What changed earlier is not looked at. */
    public Instant changedSince() {
        return since.orElse(Instant.EPOCH);
    }

    /** Whether the audit comes to this order by itself. */
    public boolean takesIn(Owner owner) {
        return newIds().contains(owner.orderId())
                || !owner.sagaState().equals("DONE")
                || owner.doneAt() == null
                || !owner.doneAt().isBefore(changedSince());
    }
}
