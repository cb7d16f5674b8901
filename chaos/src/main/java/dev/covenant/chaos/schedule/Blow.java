package dev.covenant.chaos.schedule;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** A way to strike. */
public enum Blow {
    /** {@code kill -9} of a service or replica; started again when it is over. */
    KILL(4, Target.SERVERS, 0, 6_000, 25_000),
    /** A service or replica stands still, its connections open; longer than a saga's lease, at times. */
    PAUSE(3, Target.SERVERS, 500, 9_000, 0),
    /** {@code kill -9} of all processes of PostgreSQL at once. */
    CRASH(2, Set.of(Target.POSTGRESQL), 0, 3_000, 5_000),
    /** {@code kill -9} of the payment provider or the token issuer. */
    DOWN(2, Target.HELPERS, 1_000, 8_000, 5_000),
    /** All that is sent arrives later. */
    DELAY(2, Target.LINKS, 2_000, 10_000, 0),
    /** Nothing moves and nothing is lost; it all goes on at once when it is over. */
    STALL(3, Target.LINKS, 1_000, 8_000, 0),
    /** Connections break, and new ones as soon as they are made. */
    RESET(2, Target.LINKS, 500, 5_000, 0),
    /** What is sent is swallowed. */
    SWALLOW(1, Target.LINKS, 1_000, 5_000, 0),
    /** Commands are done, and their answers lost. */
    LOST_ANSWER(3, Target.COMMAND_LINKS, 1_000, 6_000, 0),
    /** Commands arrive when it is over, after whatever was sent later. */
    LATE_REQUEST(3, Target.COMMAND_LINKS, 4_000, 9_000, 0);

    private final int weight;
    private final Set<Target> targets;
    private final int shortest;
    private final int longest;
    private final Duration recovery;

    Blow(int weight, Set<Target> targets, int shortestMillis, int longestMillis, int recoveryMillis) {
        this.weight = weight;
        this.targets = targets;
        this.shortest = shortestMillis;
        this.longest = longestMillis;
        this.recovery = Duration.ofMillis(recoveryMillis);
    }

    /** How often it comes, compared with the others. */
    int weight() {
        return weight;
    }

    Set<Target> targets() {
        return targets;
    }

    int shortestMillis() {
        return shortest;
    }

    int longestMillis() {
        return longest;
    }

    /** For so long after its end its target is left alone. */
    Duration recovery() {
        return recovery;
    }

    /** As people call it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
