package dev.covenant.chaos.conscience;

import java.util.List;

/**
 * What the conscience says of a run.
 *
 * @param quietAfterMillis how long after the healing nothing was under way any more; -1 when it still was at the limit
 * @param promises all that was looked at
 * @param violations some of those there are, with their histories
 * @param unread books that could not be read
 */
public record Verdict(long quietAfterMillis, List<Promise> promises, List<Violation> violations, List<String> unread) {

    /** Everything came to its end in time, everything was read and everything holds. */
    public boolean isClean() {
        return quietAfterMillis >= 0 && unread.isEmpty() && count() == 0;
    }

    /** Of all violations, those that are not kept too. */
    public long count() {
        return promises.stream().mapToLong(Promise::broken).sum();
    }

    /** What is worst of it, in a few words. */
    public String words() {
        if (count() > 0) {
            return count() + " promises broken";
        }
        return isClean() ? "nothing was lost" : "something was still under way, or could not be read";
    }
}
