package dev.covenant.payments.model;

import java.util.Objects;
import java.util.TreeMap;

/**
 * A refund in the model.
 *
 * @param asked null for all that remained
 * @param amount what it came to; 0 when it was refused
 */
record Paid(Long asked, long amount, State state) {
    enum State {
        SUCCEEDED,
        /** The provider refused it. */
        FAILED,
        /** It was more than was left. */
        REFUSED
    }

    boolean wasAskedAs(Long amountNow) {
        return Objects.equals(asked, amountNow);
    }

    String view(int refund) {
        if (state == State.REFUSED) {
            return "409 refund-exceeds-captured";
        }
        var fields = new TreeMap<String, String>();
        fields.put("refundId", "r" + refund);
        fields.put("paymentId", "p");
        fields.put("amount", Long.toString(amount));
        fields.put("state", state.name());
        if (state == State.FAILED) {
            fields.put("reason", "refused_by_provider");
        }
        return "200 " + fields;
    }
}
