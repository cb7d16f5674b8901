package dev.covenant.delivery.pipeline;

import java.time.Duration;

/**
 * How long it may take from the commit, all stages so far together.
 *
 * @param verified until {@link Stage#CONTRACTS} is done
 * @param production until {@link Stage#PRODUCTION} is done
 */
public record Budget(Duration verified, Duration production) {
    public static final Budget USUAL = new Budget(Duration.ofMinutes(3), Duration.ofMinutes(10));

    /** When this stage is done. */
    Duration until(Stage stage) {
        return stage.compareTo(Stage.CONTRACTS) <= 0 ? verified : production;
    }
}
