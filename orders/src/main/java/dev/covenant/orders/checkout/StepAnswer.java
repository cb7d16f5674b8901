package dev.covenant.orders.checkout;

/** What came back from a neighbour. */
public sealed interface StepAnswer {
    record Done() implements StepAnswer {}

    /**
     * Refused for good.
     *
     * @param type the problem's name or the neighbour's reason, such as {@code insufficient-stock}
     * @param detail for the customer to read
     */
    record Refused(String type, String detail) implements StepAnswer {}

    /** An answer that leaves the step to be asked again. */
    sealed interface Undecided extends StepAnswer {
        /** For operators. */
        String cause();
    }

    /** The neighbour counts as unavailable, or enough is asked of it already: nothing was sent this time. */
    record NotAsked(String cause) implements Undecided {}

    /** No answer, or none that decides. */
    record Unknown(String cause) implements Undecided {}

    /** Nothing will ever come of it under this id; it has to be asked under a new one. */
    record IdSpent(String cause) implements Undecided {}

    /**
     * The neighbour finds our request itself wrong. Only another release of one of us mends that; and it says nothing about what
     * an earlier request under the same id has done.
     */
    record NotUnderstood(String cause) implements Undecided {}
}
