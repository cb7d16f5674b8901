package dev.covenant.inventory.stock;

/** What became of a movement. Remembered under its id: the same movement again gets the same outcome. */
public sealed interface MovementOutcome {
    /** The level includes it. */
    record Applied(Movement movement) implements MovementOutcome {}

    /** It would have left less than is reserved, or more than a level can hold. Nothing has changed. */
    record OutOfRange(Movement movement) implements MovementOutcome {}

    /** The id was used for another movement. */
    record DifferentRequest() implements MovementOutcome {}

    /** The id is another client's. */
    record BelongsToAnother() implements MovementOutcome {}
}
