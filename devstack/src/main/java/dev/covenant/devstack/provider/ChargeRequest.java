package dev.covenant.devstack.provider;

/** What a caller asked to be authorized. Two requests of one id are a replay only if they are equal. */
record ChargeRequest(String id, long amount, String currency, String token) {

    ChargeRequest {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount " + amount);
        }
    }

    TestToken behaviour() {
        return TestToken.of(token);
    }
}
