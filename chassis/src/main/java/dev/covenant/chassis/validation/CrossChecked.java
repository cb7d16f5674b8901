package dev.covenant.chassis.validation;

import java.util.Optional;

import dev.covenant.chassis.problem.Violation;

/** A request whose fields must fit each other. Checked with its other constraints wherever it is {@code @Valid}. */
@FieldsFit
public interface CrossChecked {
    /**
     * The broken rule, under the field that the caller should look at; empty when all is well. Called whether or not the single fields
     * are: says nothing about a field that is missing.
     */
    Optional<Violation> misfit();
}
