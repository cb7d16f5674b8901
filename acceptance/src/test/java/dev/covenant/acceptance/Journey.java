package dev.covenant.acceptance;

import java.util.List;

/** A way that an order can go. */
enum Journey {
    SALE("tok_approve", 5, "CONFIRMED", "AUTHORIZED", "CAPTURED"),
    DECLINED("tok_decline_card_expired", 5, "REJECTED payment-declined", "DECLINED"),
    SOLD_OUT("tok_approve", 0, "REJECTED insufficient-stock", "AUTHORIZED", "VOIDED"),
    /** A sale that the customer cancels when it is done. */
    CANCELLED("tok_approve", 5, "CANCELLED cancelled-by-customer", "AUTHORIZED", "CAPTURED", "REFUND_SUCCEEDED");

    private final String paymentToken;
    private final int stock;
    private final String ending;
    private final List<String> providerEntries;

    Journey(String paymentToken, int stock, String ending, String... providerEntries) {
        this.paymentToken = paymentToken;
        this.stock = stock;
        this.ending = ending;
        this.providerEntries = List.of(providerEntries);
    }

    String paymentToken() {
        return paymentToken;
    }

    /** Pieces that there are of its product. */
    int stock() {
        return stock;
    }

    /** The order's status in the end, and why, as {@link Books#statusOf} says it. */
    String ending() {
        return ending;
    }

    /** All that the provider does, in this order and once each. */
    List<String> providerEntries() {
        return providerEntries;
    }

    /** Pieces that are left in the end. */
    long left() {
        return this == SALE ? stock - 1 : stock;
    }
}
