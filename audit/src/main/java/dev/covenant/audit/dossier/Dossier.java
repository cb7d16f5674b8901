package dev.covenant.audit.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.covenant.audit.books.Charge;
import dev.covenant.audit.books.ChargeId;
import dev.covenant.audit.books.Order;
import dev.covenant.audit.books.Payment;
import dev.covenant.audit.books.Reservation;
import dev.covenant.audit.books.StockClaim;

/**
 * What the four books say of one order; or of a reservation or payment without one.
 *
 * @param charges of the payment; more than one only when something is wrong
 * @param reservationOwners the orders whose sagas name the reservation
 * @param paymentOwners the orders whose sagas name the payment
 */
public record Dossier(
        CaseKey key,
        Optional<Order> order,
        StockClaim stock,
        Optional<Payment> payment,
        List<Charge> charges,
        Set<UUID> reservationOwners,
        Set<UUID> paymentOwners) {

    static Dossier begun(CaseKey key, Optional<Order> order) {
        return new Dossier(key, order, StockClaim.none(), Optional.empty(), List.of(), Set.of(), Set.of());
    }

    public Optional<Reservation> reservation() {
        return stock.reservation();
    }

    public Optional<UUID> reservationId() {
        return key instanceof CaseKey.OfReservation(var id) ? Optional.of(id) : order.flatMap(Order::reservationId);
    }

    /** As the provider writes the payment's id. */
    public Optional<String> chargeId() {
        return key instanceof CaseKey.OfPayment(var id)
                ? Optional.of(id)
                : order.flatMap(Order::paymentId).map(UUID::toString);
    }

    public Optional<UUID> paymentId() {
        return chargeId().flatMap(ChargeId::paymentId);
    }

    /** Every id under which something of it is found, by what it names. */
    public Map<String, String> ids() {
        var ids = new LinkedHashMap<String, String>();
        order.ifPresent(known -> ids.put("order", known.id().toString()));
        reservationId().ifPresent(id -> ids.put("reservation", id.toString()));
        chargeId().ifPresent(id -> ids.put("payment", id));
        return ids;
    }

    /** Nothing of it anywhere. */
    boolean isEmpty() {
        return order.isEmpty() && stock.isEmpty() && payment.isEmpty() && charges.isEmpty();
    }
}
