package dev.covenant.delivery.rollout;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a service stands in an environment.
 *
 * @param current the version that was deployed last, to the end
 * @param previous the one before it
 * @param underway a deployment that has begun and not ended; when nobody works on it, its deployer died
 */
public record Standing(Optional<String> current, Optional<String> previous, Optional<Underway> underway) {
    public static final Standing NOTHING = new Standing(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * @param version that was to become the current one
     * @param since when it began
     */
    public record Underway(String version, Instant since) {}

    Standing begin(String version, Instant now) {
        return new Standing(current, previous, Optional.of(new Underway(version, now)));
    }

    /** The version is there, and recorded. */
    Standing done(String version) {
        var before = current.filter(other -> !other.equals(version)).or(() -> previous);
        return new Standing(Optional.of(version), before, Optional.empty());
    }

    /** What was underway has left nothing behind. */
    Standing undone() {
        return new Standing(current, previous, Optional.empty());
    }
}
