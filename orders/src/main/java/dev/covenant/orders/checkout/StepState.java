package dev.covenant.orders.checkout;

/** UNKNOWN: asked, and nothing that could be relied on came back. It is asked again with the same id, never assumed. */
public enum StepState {
    PLANNED,
    UNKNOWN,
    DONE,
    REFUSED;

    boolean isOpen() {
        return this == PLANNED || this == UNKNOWN;
    }
}
