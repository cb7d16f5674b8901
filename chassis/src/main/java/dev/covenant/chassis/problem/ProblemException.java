package dev.covenant.chassis.problem;

/** Ends a request at the edge with a problem. Outcomes of the domain are values, never this. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
