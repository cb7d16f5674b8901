package dev.covenant.chaos.experiment;

/** One fault under steady traffic. */
public interface Experiment {
    String name();

    /** What should be so, in a sentence. */
    String hypothesis();

    /** Within which figures it is. */
    String bound();

    /** Leaves the stack whole. */
    Finding run(Lab lab);
}
