package dev.covenant.chaos.conscience;

import dev.covenant.chaos.traffic.Visit;
import dev.covenant.chaos.traffic.Wish;

/**
 * Which ends are right for an order, by the provider's test token, by what is ordered, and by whether its customer wanted to cancel.
 * That it ended at all is asked elsewhere.
 */
record RightEnding(Wish wish, boolean wantedToCancel) {
    static RightEnding of(Visit visit) {
        return new RightEnding(visit.wish(), visit.wantedToCancel());
    }

    boolean allows(OrderRow order) {
        return switch (order.status()) {
            case "PENDING" -> true;
            case "CONFIRMED" -> !wish.isDeclined() && !wish.isRefusedAtCapture();
            case "REJECTED" -> allowsRejection(order.why());
            case "CANCELLED" -> allowsCancellation(order.why());
            default -> false;
        };
    }

    private boolean allowsRejection(String why) {
        return switch (why) {
            case "payment-declined" -> wish.isDeclined();
            case "insufficient-stock" -> wish.wantsWhatSellsOut();
            case "inventory-unavailable" -> wish.isPhysical();
            case "payment-timeout" -> true;
            default -> false;
        };
    }

    private boolean allowsCancellation(String why) {
        return switch (why) {
            case "cancelled-by-customer" -> wantedToCancel;
            case "payment-not-captured" -> wish.isRefusedAtCapture();
            default -> false;
        };
    }
}
