package dev.covenant.inventory.stock;

/** Why stock moved. People record the first two; the others follow from reservations. */
public enum MovementType {
    RECEIPT("goods received"),
    ADJUSTMENT("count corrected"),
    SALE("reservation committed"),
    RETURN("reservation returned");

    private final String reason;

    MovementType(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
