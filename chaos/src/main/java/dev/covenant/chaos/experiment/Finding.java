package dev.covenant.chaos.experiment;

/**
 * What came of an experiment.
 *
 * @param bound the figures within which the hypothesis holds
 * @param measured the figures that there were
 */
public record Finding(String experiment, String hypothesis, String bound, String measured, boolean holds) {
    @Override
    public String toString() {
        return "  %-34s %-13s %s (bound: %s)".formatted(experiment, holds ? "held" : "DID NOT HOLD", measured, bound);
    }
}
