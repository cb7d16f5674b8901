package dev.covenant.registry.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** User and password as RFC 7617 sends them. */
final class BasicCredentials {
    private BasicCredentials() {}

    static String of(WebhookRequest request) {
        var pair = request.username() + ":" + (request.password() == null ? "" : request.password());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
