package dev.covenant.orders.checkout;

import dev.covenant.orders.order.Cart;

/**
 * A wish to order.
 *
 * @param paymentToken the customer's means of payment; a secret, so that this never prints it
 * @param expectedTotal what the customer was shown, in minor units
 */
public record OrderRequest(String customer, Cart cart, String paymentToken, long expectedTotal) {
    @Override
    public String toString() {
        return "OrderRequest[customer=%s, items=%d]"
                .formatted(customer, cart.items().size());
    }
}
