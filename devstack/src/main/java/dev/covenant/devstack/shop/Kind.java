package dev.covenant.devstack.shop;

/** The demo orders, each with the end that it should come to. */
public enum Kind {
    PHYSICAL("tok_approve", "CONFIRMED"),
    DIGITAL("tok_approve", "CONFIRMED"),
    DECLINE("tok_decline_insufficient_funds", "REJECTED"),
    SHORTAGE("tok_approve", "REJECTED");

    /** The most that one line may have, and more than the demo stock has of anything. */
    private static final int TOO_MANY = 999;

    private final String paymentToken;
    private final String outcome;

    Kind(String paymentToken, String outcome) {
        this.paymentToken = paymentToken;
        this.outcome = outcome;
    }

    /** The status that such an order should end in. */
    public String outcome() {
        return outcome;
    }

    /** One of the provider's test tokens. */
    String paymentToken() {
        return paymentToken;
    }

    /** Of a product, when the person did not say how many. */
    int quantity() {
        return this == SHORTAGE ? TOO_MANY : 1;
    }
}
