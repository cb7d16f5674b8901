package dev.covenant.devstack.bench;

/** What a customer was told of an order. */
enum Outcome {
    /** 201: its end is known. */
    ENDED,
    /** 202: it goes on by itself. */
    PENDING,
    /** 503: nothing was done. */
    REFUSED,
    /** Any other answer, or none: there should be none of these. */
    FAILED;

    static Outcome of(int status) {
        return switch (status) {
            case 201 -> ENDED;
            case 202 -> PENDING;
            case 503 -> REFUSED;
            default -> FAILED;
        };
    }
}
