package dev.covenant.payments.outcome;

/** What came of telling an outcome once. */
public sealed interface Heard {
    /** The client knows it. */
    record Acknowledged() implements Heard {}

    /** The client says that he has no such payment: there is nobody to tell. */
    record NotKnown() implements Heard {}

    /** No answer, or none that ends it: it is told again. @param cause for operators */
    record Unclear(String cause) implements Heard {}
}
