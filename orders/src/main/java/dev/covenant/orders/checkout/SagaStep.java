package dev.covenant.orders.checkout;

import java.util.UUID;

/**
 * One step of one saga.
 *
 * @param commandId the id under which the neighbour knows it; another one after it failed for good under the first
 * @param request the whole body, sent byte for byte the same each time; null for a step that has none, or needs it no more
 * @param outcome the type of the refusal; of an undecided one {@link #ID_SPENT}, {@link #NOT_UNDERSTOOD} or null
 * @param detail of the refusal, for the customer to read; of an undecided one what came last, for operators
 */
record SagaStep(StepName name, UUID commandId, String request, StepState state, String outcome, String detail) {
    static final String ID_SPENT = "id-spent";
    static final String NOT_UNDERSTOOD = "not-understood";

    boolean isNotUnderstood() {
        return state == StepState.UNKNOWN && NOT_UNDERSTOOD.equals(outcome);
    }
}
