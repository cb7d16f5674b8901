package dev.covenant.audit;

import java.time.Instant;
import java.util.Optional;

import dev.covenant.audit.books.Scope;

/**
 * What to audit, and how.
 *
 * @param since only what was placed or changed since; empty for everything
 * @param settled nothing may be under way: a saga that runs and a question that the provider has not answered are violations
 * @param most so many violations are kept with their histories, at least 1; all are counted
 * @param page how many orders, reservations or payments are read at once, 1 to 10,000
 * @param client as whom orders calls its neighbours
 */
public record AuditOptions(Optional<Instant> since, boolean settled, int most, int page, String client) {
    private static final int LARGEST_PAGE = 10_000;

    public AuditOptions {
        if (most < 1) {
            throw new IllegalArgumentException("At least one violation is shown, not " + most);
        }
        if (page < 1 || page > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page holds 1 to %d, not %d".formatted(LARGEST_PAGE, page));
        }
    }

    /** Everything, under way or not. */
    public static AuditOptions usual() {
        return new AuditOptions(Optional.empty(), false, 20, 1_000, "orders");
    }

    public AuditOptions settledNow() {
        return new AuditOptions(since, true, most, page, client);
    }

    public AuditOptions since(Instant time) {
        return new AuditOptions(Optional.of(time), settled, most, page, client);
    }

    Scope scope() {
        return new Scope(since);
    }
}
