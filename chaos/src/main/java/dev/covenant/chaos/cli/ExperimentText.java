package dev.covenant.chaos.cli;

import dev.covenant.chaos.experiment.Experiment;

/** An experiment for the terminal. */
final class ExperimentText {
    private ExperimentText() {}

    static String of(Experiment experiment) {
        return "%s%n    %s%n    bound: %s".formatted(experiment.name(), experiment.hypothesis(), experiment.bound());
    }
}
