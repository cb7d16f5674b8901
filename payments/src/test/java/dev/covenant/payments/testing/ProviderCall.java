package dev.covenant.payments.testing;

import java.util.UUID;

/** The commands to the provider as they are seen on the wire, for the rules of its proxy. */
public final class ProviderCall {
    private ProviderCall() {}

    public static String authorize(UUID payment) {
        return "PUT /charges/" + payment;
    }

    public static String capture(UUID payment) {
        return "POST /charges/%s/capture".formatted(payment);
    }

    public static String cancel(UUID payment) {
        return "POST /charges/%s/void".formatted(payment);
    }

    public static String refund(UUID payment, UUID refund) {
        return "PUT /charges/%s/refunds/%s".formatted(payment, refund);
    }
}
