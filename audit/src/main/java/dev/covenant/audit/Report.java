package dev.covenant.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an audit found.
 *
 * @param since empty when it looked at everything
 * @param checks all that it checked, with how often
 * @param violations those that are kept, with their histories; {@link #count} says how many there are
 * @param unread what could not be read, and why; what depends on it was not verified
 */
public record Report(
        Instant began,
        Duration took,
        Optional<Instant> since,
        boolean settled,
        List<CheckResult> checks,
        UnderWay underWay,
        List<Violation> violations,
        List<String> unread) {

    /** Everything was read, and nothing is wrong. */
    public boolean isClean() {
        return count() == 0 && unread.isEmpty();
    }

    /** Of all violations, the ones that are not kept too. */
    public long count() {
        return checks.stream().mapToLong(CheckResult::violations).sum();
    }

    /** All of it for people to read, histories included. */
    @Override
    public String toString() {
        return ReportText.of(this);
    }
}
