package dev.covenant.audit.dossier;

import java.util.UUID;

/** What a dossier is about: an order, or something in a neighbour's books that no order leads to. */
public sealed interface CaseKey {
    record OfOrder(UUID id) implements CaseKey {}

    /** Another client's, or one that should not be there. */
    record OfReservation(UUID id) implements CaseKey {}

    /** Another client's, or one that should not be there. @param id as the provider writes it */
    record OfPayment(String id) implements CaseKey {}
}
