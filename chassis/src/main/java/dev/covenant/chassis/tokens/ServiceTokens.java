package dev.covenant.chassis.tokens;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.json.Json;

/**
 * This service's access tokens, one per audience, by client credentials (RFC 6749, section 4.4). A token is used until shortly before
 * it expires; when the issuer does not answer there is none, and the callee counts as unavailable. Thread-safe; one request to the
 * issuer per audience at a time.
 */
public final class ServiceTokens {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration ISSUER_LIMIT = Duration.ofSeconds(1);

    private final BoundedHttp http;
    private final URI issuer;
    private final String credentials;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    public ServiceTokens(BoundedHttp http, URI issuer, String clientId, String clientSecret, Clock clock) {
        this.http = http;
        this.issuer = issuer;
        this.credentials = Base64.getEncoder()
                .encodeToString((encode(clientId) + ":" + encode(clientSecret)).getBytes(StandardCharsets.UTF_8));
        this.clock = clock;
    }

    /** A bearer token for the audience, or empty when the issuer gives none now. Waits at most a second. */
    public Optional<String> tokenFor(String audience) {
        var now = clock.instant();
        var current = held.get(audience);
        if (current != null && now.isBefore(current.renewAt)) {
            return Optional.of(current.token);
        }
        return Optional.ofNullable(held.compute(audience, (key, other) -> renewed(key, other, now)))
                .map(Held::token);
    }

    /** After a 401 with this token: the next call asks the issuer for another one. */
    public void refused(String audience, String token) {
        held.computeIfPresent(audience, (key, current) -> current.token.equals(token) ? null : current);
    }

    private Held renewed(String audience, Held current, Instant now) {
        if (current != null && now.isBefore(current.renewAt)) {
            return current;
        }
        var fresh = request(audience, now);
        return fresh != null || current == null || now.isAfter(current.expiresAt) ? fresh : current;
    }

    private Held request(String audience, Instant now) {
        var form = "grant_type=client_credentials&scope=" + encode(audience);
        var request = HttpRequest.newBuilder(issuer)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        if (http.send(request, ISSUER_LIMIT).join() instanceof Reply.Answer(int status, byte[] body, int _)
                && status == 200) {
            var answer = Json.tolerant().readValue(body, TokenAnswer.class);
            var lifetime = Duration.ofSeconds(answer.expires_in());
            var margin = lifetime.dividedBy(2).compareTo(MARGIN) < 0 ? lifetime.dividedBy(2) : MARGIN;
            return new Held(answer.access_token(), now.plus(lifetime).minus(margin), now.plus(lifetime));
        }
        return null;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Held(String token, Instant renewAt, Instant expiresAt) {}

    /** Member names as RFC 6749, section 5.1 gives them. */
    record TokenAnswer(String access_token, long expires_in) {}
}
