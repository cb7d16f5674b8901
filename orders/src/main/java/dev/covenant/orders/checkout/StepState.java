package dev.covenant.orders.checkout;

/** UNKNOWN: asked, and nothing that could be relied on came back. It is asked again with the same id, never assumed. */
enum StepState {
    PLANNED,
    UNKNOWN,
    DONE,
    REFUSED;

    static StepState after(StepAnswer answer) {
        return switch (answer) {
            case StepAnswer.Done() -> DONE;
            case StepAnswer.Refused _ -> REFUSED;
            case StepAnswer.Unknown _, StepAnswer.NotUnderstood _ -> UNKNOWN;
            case StepAnswer.NotAsked _ -> throw new IllegalArgumentException("What was not asked changes no state");
            // Nothing was asked under the new id yet.
            case StepAnswer.IdSpent _ -> PLANNED;
        };
    }

    boolean isOpen() {
        return this == PLANNED || this == UNKNOWN;
    }
}
