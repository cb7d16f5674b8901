package dev.covenant.devstack.provider;

/**
 * A charge: opened as AUTHORIZED or DECLINED, then captured, refused capture, or voided, once. Refunds lower what a
 * captured one is worth and leave its state.
 *
 * @param captured minor units, all of the amount or nothing
 * @param refunded minor units, at most what was captured
 * @param declineReason null unless it was declined
 */
record Charge(ChargeRequest request, State state, long captured, long refunded, String declineReason) {

    enum State {
        AUTHORIZED,
        DECLINED,
        CAPTURED,
        VOIDED,
        CAPTURE_REFUSED
    }

    static Charge opened(ChargeRequest request) {
        return request.behaviour() instanceof TestToken.Decline(String reason)
                ? new Charge(request, State.DECLINED, 0, 0, reason)
                : new Charge(request, State.AUTHORIZED, 0, 0, null);
    }

    /** As it stood when authorize was first answered, whatever has become of it since. */
    Charge asOpened() {
        return new Charge(request, declineReason == null ? State.AUTHORIZED : State.DECLINED, 0, 0, declineReason);
    }

    Outcome<Charge> capture() {
        return switch (state) {
            case AUTHORIZED -> new Outcome.Booked<>(refusesCapture() ? closed(State.CAPTURE_REFUSED) : asCaptured());
            case CAPTURED -> new Outcome.Replayed<>(asCaptured());
            case CAPTURE_REFUSED -> new Outcome.Replayed<>(this);
            case DECLINED, VOIDED -> new Outcome.Refused<>(state);
        };
    }

    Outcome<Charge> cancel() {
        return switch (state) {
            case AUTHORIZED -> new Outcome.Booked<>(closed(State.VOIDED));
            case VOIDED -> new Outcome.Replayed<>(this);
            case DECLINED, CAPTURED, CAPTURE_REFUSED -> new Outcome.Refused<>(state);
        };
    }

    /** Decides a refund; {@link #less} gives the charge that follows from it. */
    Refund refund(RefundRequest asked) {
        if (asked.amount() > captured - refunded) {
            return Refund.failed(asked, "exceeds_captured");
        }
        return request.behaviour() instanceof TestToken.RefuseRefund
                ? Refund.failed(asked, "refused_by_provider")
                : Refund.succeeded(asked);
    }

    Charge less(Refund refund) {
        return switch (refund.state()) {
            case SUCCEEDED ->
                new Charge(request, state, captured, refunded + refund.request().amount(), declineReason);
            case FAILED -> this;
        };
    }

    private boolean refusesCapture() {
        return request.behaviour() instanceof TestToken.RefuseCapture;
    }

    private Charge asCaptured() {
        return new Charge(request, State.CAPTURED, request.amount(), 0, null);
    }

    private Charge closed(State how) {
        return new Charge(request, how, 0, 0, null);
    }
}
