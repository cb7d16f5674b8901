package dev.covenant.orders.checkout;

/** What came back from a neighbour. */
public sealed interface StepAnswer {
    /** Whether the step is decided by it. */
    default boolean decides() {
        return !(this instanceof Unknown);
    }

    record Done() implements StepAnswer {}

    /**
     * Refused for good.
     *
     * @param type the problem's name or the neighbour's reason, such as {@code insufficient-stock}
     * @param detail for the customer to read
     */
    record Refused(String type, String detail) implements StepAnswer {}

    /** No answer, or none that decides. @param cause for operators */
    record Unknown(String cause) implements StepAnswer {}
}
