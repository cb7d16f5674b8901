package dev.covenant.registry.matrix;

import java.util.List;

/** What came of a question. */
public sealed interface MatrixOutcome {

    record Answered(Matrix matrix) implements MatrixOutcome {}

    /** There are none of these names. */
    record UnknownPacticipants(List<String> names) implements MatrixOutcome {}

    /** It is about more than this server can look at, and a part could hide the row that says no. */
    record TooManyRows(int most) implements MatrixOutcome {}
}
