package dev.covenant.delivery.rollout;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a service stands in an environment.
 *
 * @param current the version that was deployed last, to the end
 * @param previous the one before it, where a rollback leads; none after a rollback, so that one that is sent twice does not go forward again
 * @param underway what has begun and not ended; when nobody works on it, its deployer died
 */
public record Standing(Optional<String> current, Optional<String> previous, Optional<Underway> underway) {
    public static final Standing NOTHING = new Standing(Optional.empty(), Optional.empty(), Optional.empty());

    /** Which way it goes. */
    public enum Way {
        DEPLOYMENT,
        ROLLBACK
    }

    /**
     * @param version that is to become the current one
     * @param since when it began
     */
    public record Underway(Way way, String version, Instant since) {}

    /** Where a rollback leads: to the end of one that was broken off, away from a deployment that was, else to the version before. */
    Optional<String> back() {
        if (underway.isEmpty()) {
            return previous;
        }
        return underway.filter(broken -> broken.way() == Way.ROLLBACK)
                .map(Underway::version)
                .or(() -> current);
    }

    Standing begin(Way way, String version, Instant now) {
        return new Standing(current, previous, Optional.of(new Underway(way, version, now)));
    }

    /** The version is there, and recorded. */
    Standing done(Way way, String version) {
        var before = current.filter(other -> !other.equals(version)).or(() -> previous);
        return new Standing(Optional.of(version), before.filter(_ -> way == Way.DEPLOYMENT), Optional.empty());
    }

    /** What was underway has left nothing behind. */
    Standing undone() {
        return new Standing(current, previous, Optional.empty());
    }
}
