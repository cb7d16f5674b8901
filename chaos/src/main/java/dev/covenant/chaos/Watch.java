package dev.covenant.chaos;

import java.time.Duration;

import dev.covenant.chaos.sabotage.Saboteur;
import dev.covenant.chaos.traffic.Traffic;

/** Hears how a run goes. */
public interface Watch {
    /** Traffic and faults begin; they are over when what this answers is closed. */
    Watching over(Traffic traffic, Saboteur saboteur);

    /** @param after the begin of the traffic */
    void healed(Duration after);

    /** For those who only want the result. */
    static Watch nobody() {
        return new Watch() {
            @Override
            public Watching over(Traffic traffic, Saboteur saboteur) {
                return () -> {};
            }

            @Override
            public void healed(Duration after) {}
        };
    }

    /** Ends the looking. */
    @FunctionalInterface
    interface Watching extends AutoCloseable {
        @Override
        void close();
    }
}
