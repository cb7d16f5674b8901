package dev.covenant.acceptance;

import java.util.Optional;

import dev.covenant.devstack.stack.Part;

/** What orders asks of its neighbours, and in which journey it does so. */
enum Message {
    RESERVE(Part.INVENTORY, "PUT /api/v1/reservations/[^/]+", Journey.SALE),
    COMMIT(Part.INVENTORY, "POST /api/v1/reservations/[^/]+/commit", Journey.SALE),
    RELEASE(Part.INVENTORY, "POST /api/v1/reservations/[^/]+/release", Journey.DECLINED),
    RETURN(Part.INVENTORY, "POST /api/v1/reservations/[^/]+/return", Journey.CANCELLED),
    AUTHORIZE(Part.PAYMENTS, "PUT /api/v1/payments/[^/]+", Journey.SALE),
    CAPTURE(Part.PAYMENTS, "POST /api/v1/payments/[^/]+/capture", Journey.SALE),
    VOID(Part.PAYMENTS, "POST /api/v1/payments/[^/]+/void", Journey.SOLD_OUT),
    REFUND(Part.PAYMENTS, "PUT /api/v1/payments/[^/]+/refunds/[^/]+", Journey.CANCELLED);

    private final Part callee;
    private final String match;
    private final Journey journey;

    Message(Part callee, String match, Journey journey) {
        this.callee = callee;
        this.match = match;
        this.journey = journey;
    }

    Part callee() {
        return callee;
    }

    /** For the rules of a fault proxy. */
    String match() {
        return match;
    }

    /** What is asked at the same time on the same journey. */
    Optional<Message> companion() {
        return switch (this) {
            case RESERVE -> Optional.of(AUTHORIZE);
            case AUTHORIZE -> Optional.of(RESERVE);
            case REFUND -> Optional.of(RETURN);
            case RETURN -> Optional.of(REFUND);
            case COMMIT, RELEASE, CAPTURE, VOID -> Optional.empty();
        };
    }

    /** The one on which it is sent. */
    Journey journey() {
        return journey;
    }
}
