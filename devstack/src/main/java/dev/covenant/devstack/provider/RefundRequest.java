package dev.covenant.devstack.provider;

/** What a caller asked to be refunded, in minor units of the charge's currency. */
record RefundRequest(String chargeId, String id, long amount) {

    RefundRequest {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount " + amount);
        }
    }
}
