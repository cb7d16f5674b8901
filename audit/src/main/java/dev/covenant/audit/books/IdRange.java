package dev.covenant.audit.books;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Ids from one to another, both included, in PostgreSQL's order: that of their bytes, which for UUIDv7 is that of their age. */
public record IdRange(UUID from, UUID to) {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    public static IdRange all() {
        return new IdRange(FIRST, LAST);
    }

    /** Of those UUIDv7 made at that time and later; other kinds of UUID fall where their bytes say. */
    public static IdRange madeSince(Instant time) {
        return new IdRange(oldestOf(time), LAST);
    }

    /** All that {@link #madeSince} leaves out. */
    public static IdRange madeBefore(Instant time) {
        return new IdRange(FIRST, before(oldestOf(time)));
    }

    /** What is left of it behind an id; empty when that was the last one. */
    public Optional<IdRange> behind(UUID id) {
        return id.equals(to) ? Optional.empty() : Optional.of(new IdRange(after(id), to));
    }

    public boolean contains(UUID id) {
        return compare(from, id) <= 0 && compare(id, to) <= 0;
    }

    /** The id just before this one. */
    public static UUID before(UUID id) {
        var low = id.getLeastSignificantBits();
        return new UUID(id.getMostSignificantBits() - (low == 0 ? 1 : 0), low - 1);
    }

    private static UUID after(UUID id) {
        var low = id.getLeastSignificantBits() + 1;
        return new UUID(id.getMostSignificantBits() + (low == 0 ? 1 : 0), low);
    }

    private static UUID oldestOf(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }

    /** UUID's own comparison takes the halves as signed numbers. */
    private static int compare(UUID one, UUID other) {
        var high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
