package dev.covenant.orders.checkout;

import java.util.UUID;

/**
 * One step of one saga.
 *
 * @param commandId the id under which the neighbour knows it
 * @param request the whole body, sent byte for byte the same each time; null for a step that has none, or needs it no more
 * @param outcome the type of the refusal, null unless REFUSED
 * @param detail of the refusal, for the customer to read
 */
record SagaStep(StepName name, UUID commandId, String request, StepState state, String outcome, String detail) {}
