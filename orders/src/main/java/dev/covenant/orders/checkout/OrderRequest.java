package dev.covenant.orders.checkout;

import java.util.regex.Pattern;

import dev.covenant.orders.order.Cart;

/**
 * A wish to order.
 *
 * @param paymentToken the customer's means of payment; a secret, so that this never prints it
 * @param expectedTotal what the customer was shown, in minor units
 * @param traceContext W3C traceparent of the request, or null; null too when it is malformed, which is no reason to refuse an order
 */
public record OrderRequest(String customer, Cart cart, String paymentToken, long expectedTotal, String traceContext) {
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    public OrderRequest {
        if (traceContext != null && !TRACEPARENT.matcher(traceContext).matches()) {
            traceContext = null;
        }
    }

    @Override
    public String toString() {
        return "OrderRequest[customer=%s, items=%d]"
                .formatted(customer, cart.items().size());
    }
}
