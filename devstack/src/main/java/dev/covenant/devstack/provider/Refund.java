package dev.covenant.devstack.provider;

/**
 * A refund, decided once and for good.
 *
 * @param reason why it failed; null when it succeeded
 */
record Refund(RefundRequest request, State state, String reason) {

    enum State {
        SUCCEEDED,
        FAILED
    }

    static Refund succeeded(RefundRequest request) {
        return new Refund(request, State.SUCCEEDED, null);
    }

    static Refund failed(RefundRequest request, String reason) {
        return new Refund(request, State.FAILED, reason);
    }
}
