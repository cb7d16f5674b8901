package dev.covenant.orders.checkout;

import dev.covenant.orders.order.PlacedOrder;

/** What became of a wish to cancel. */
public sealed interface Cancellation {
    /** It is CANCELLED, or will be once the payment is refunded and the stock returned. Asked again, the same. */
    record Accepted(PlacedOrder order) implements Cancellation {}

    /** @param why for the customer to read */
    record Refused(String why) implements Cancellation {}

    /** There is no such order of this customer's. */
    record NotFound() implements Cancellation {}
}
