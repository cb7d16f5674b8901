package dev.covenant.payments.testing;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.ServerUnderTest;

/** The payments service as one of its clients uses it. */
public record PaymentsUnderTest(HttpCaller http) {
    /** One in the role of the service orders, whatever his name. */
    public static PaymentsUnderTest as(String client, ServerUnderTest server) {
        return in("service-orders", client, server);
    }

    public static PaymentsUnderTest asFinance(String person, ServerUnderTest server) {
        return in("finance", person, server);
    }

    private static PaymentsUnderTest in(String role, String subject, ServerUnderTest server) {
        return new PaymentsUnderTest(
                new HttpCaller(server.baseUri(), server.tokens().token(subject, "payments", role)));
    }

    /** The same client at another replica. */
    public PaymentsUnderTest at(URI replica) {
        return new PaymentsUnderTest(new HttpCaller(replica, http.token(), http.deadline()));
    }

    public Answer authorize(UUID id, long amount, String currency, String token) {
        return http.put(path(id), Map.of("amount", amount, "currency", currency, "paymentToken", token));
    }

    /** By a client that waits half a second. */
    public Answer authorizeImpatiently(UUID id, long amount, String currency, String token) {
        return impatient().authorize(id, amount, currency, token);
    }

    /** As a client that waits half a second. */
    public PaymentsUnderTest impatient() {
        return waiting(Duration.ofMillis(500));
    }

    public PaymentsUnderTest waiting(Duration longest) {
        return new PaymentsUnderTest(http.waiting(longest));
    }

    public Answer authorize(UUID id, long amount, String token) {
        return authorize(id, amount, "EUR", token);
    }

    public Answer find(UUID id) {
        return http.get(path(id));
    }

    public String stateOf(UUID id) {
        return find(id).text("state");
    }

    public Answer capture(UUID id) {
        return http.post(path(id) + "/capture");
    }

    public Answer cancel(UUID id) {
        return http.post(path(id) + "/void");
    }

    public Answer refund(UUID id, UUID refundId, long amount) {
        return http.put(path(id) + "/refunds/" + refundId, Map.of("amount", amount));
    }

    public Answer refundAll(UUID id, UUID refundId) {
        return http.put(path(id) + "/refunds/" + refundId, Map.of());
    }

    /** A new payment that was authorized and captured. */
    public UUID captured(long amount, String token) {
        var id = UuidV7.next();
        authorize(id, amount, token);
        capture(id);
        return id;
    }

    private static String path(UUID id) {
        return "api/v1/payments/" + id;
    }
}
