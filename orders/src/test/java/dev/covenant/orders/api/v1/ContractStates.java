package dev.covenant.orders.api.v1;

import java.util.Map;
import java.util.UUID;

import au.com.dius.pact.provider.junitsupport.State;

import dev.covenant.chassis.ids.UuidV7;

/** The states that contracts start from: an order's rows, as far as outcomes of payments are about them. */
public class ContractStates {
    private final Books books;

    ContractStates(Books books) {
        this.books = books;
    }

    @State("an order whose payment is pending")
    public void pending(Map<String, Object> params) {
        clear(params);
        order(payment(params), "PENDING", "UNKNOWN", "RUNNING", "FORWARD");
    }

    /** The stock is still to be had: the order goes on. */
    @State("an order whose payment is known")
    public void known(Map<String, Object> params) {
        clear(params);
        order(payment(params), "PENDING", "DONE", "RUNNING", "FORWARD");
    }

    @State("an order that has ended")
    public void ended(Map<String, Object> params) {
        clear(params);
        order(payment(params), "CONFIRMED", "DONE", "DONE", "PIVOTED");
    }

    @State("no order is paid with")
    public void none(Map<String, Object> params) {
        clear(params);
    }

    /** A statement that forgets its condition meets the orders beside the one that the contract is about. */
    private void clear(Map<String, Object> params) {
        for (var table : new String[] {"saga_step", "order_event", "checkout_saga", "customer_order"}) {
            books.change("DELETE FROM " + table + " WHERE order_id = ?", orderOf(payment(params)));
        }
        order(UuidV7.next(), "PENDING", "UNKNOWN", "RUNNING", "FORWARD");
        order(UuidV7.next(), "CONFIRMED", "DONE", "DONE", "PIVOTED");
    }

    /** The same as a payment's own, so that it is found again. */
    private static UUID orderOf(UUID payment) {
        return payment;
    }

    /** Held by another replica for long: nobody goes on with it behind the back of the contract. */
    private void order(UUID payment, String status, String authorize, String saga, String direction) {
        var order = orderOf(payment);
        books.change(
                "INSERT INTO customer_order (order_id, customer, status, currency, total, placed_at) "
                        + "VALUES (?, 'ann', ?, 'EUR', 990, now())",
                order,
                status);
        books.change(
                "INSERT INTO checkout_saga (order_id, direction, state, deadline, lease_owner, lease_until, due_at) "
                        + "VALUES (?, ?, ?, now() + interval '1 hour', 'another', now() + interval '1 hour', now())",
                order,
                direction,
                saga);
        books.change(
                "INSERT INTO saga_step (order_id, step, command_id, state) VALUES (?, 'AUTHORIZE', ?, ?)",
                order,
                payment,
                authorize);
    }

    private static UUID payment(Map<String, Object> params) {
        return UUID.fromString((String) params.get("paymentId"));
    }
}
