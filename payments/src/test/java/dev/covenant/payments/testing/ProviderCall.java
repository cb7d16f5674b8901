package dev.covenant.payments.testing;

import java.util.UUID;

/** A command to the provider, as it is seen on the wire. */
public record ProviderCall(String method, String path) {
    public static ProviderCall authorize(UUID payment) {
        return new ProviderCall("PUT", "/charges/" + payment);
    }

    public static ProviderCall capture(UUID payment) {
        return new ProviderCall("POST", "/charges/%s/capture".formatted(payment));
    }

    public static ProviderCall cancel(UUID payment) {
        return new ProviderCall("POST", "/charges/%s/void".formatted(payment));
    }

    public static ProviderCall refund(UUID payment, UUID refund) {
        return new ProviderCall("PUT", "/charges/%s/refunds/%s".formatted(payment, refund));
    }
}
