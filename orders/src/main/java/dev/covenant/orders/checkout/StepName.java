package dev.covenant.orders.checkout;

/** What a checkout can ask of its neighbours. The event names are what customers see in the order's log. */
enum StepName {
    RESERVE("stock-reserved", "stock-refused"),
    AUTHORIZE("payment-authorized", "payment-refused"),
    COMMIT("stock-committed", "stock-commit-refused"),
    CAPTURE("payment-captured", "payment-capture-refused"),
    RELEASE("stock-released", "stock-release-refused"),
    RETURN("stock-returned", "stock-return-refused"),
    VOID("payment-voided", "payment-void-refused"),
    REFUND("payment-refunded", "payment-refund-refused");

    private final String doneEvent;
    private final String refusedEvent;

    StepName(String doneEvent, String refusedEvent) {
        this.doneEvent = doneEvent;
        this.refusedEvent = refusedEvent;
    }

    String event(StepState state) {
        return state == StepState.REFUSED ? refusedEvent : doneEvent;
    }
}
