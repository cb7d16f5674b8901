package dev.covenant.devstack.bench;

/** What a customer was told of an order. */
enum Outcome {
    /** 201: its end is known. */
    ENDED,
    /** 202: it goes on by itself. */
    PENDING,
    /** 503 overloaded: nothing was begun. */
    REFUSED,
    /** Another 503: it was begun and given up, because something that it needs gave no answer in time. */
    GIVEN_UP,
    /** Any other answer, or none: there should be none of these. */
    FAILED;

    static Outcome of(int status, String body) {
        return switch (status) {
            case 201 -> ENDED;
            case 202 -> PENDING;
            case 503 -> body.contains("urn:covenant:problem:overloaded") ? REFUSED : GIVEN_UP;
            default -> FAILED;
        };
    }
}
