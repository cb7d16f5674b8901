package dev.covenant.chassis.tokens;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import tools.jackson.core.JacksonException;

import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.json.Json;

/** The issuer's token endpoint, as this client. */
final class TokenEndpoint {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final long LONGEST_SECONDS = Duration.ofDays(30).toSeconds();

    private final BoundedHttp http;
    private final URI address;
    private final String credentials;

    TokenEndpoint(BoundedHttp http, URI address, String clientId, String clientSecret) {
        this.http = http;
        this.address = address;
        this.credentials = Base64.getEncoder()
                .encodeToString((encode(clientId) + ":" + encode(clientSecret)).getBytes(StandardCharsets.UTF_8));
    }

    /** Waits a second at most; empty when no token came, for whatever reason. */
    Optional<Granted> ask(String audience) {
        var form = "grant_type=client_credentials&scope=" + encode(audience);
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(request, LIMIT).join() instanceof Reply.Answer(int status, byte[] body, int _) && status == 200
                ? read(body)
                : Optional.empty();
    }

    private static Optional<Granted> read(byte[] body) {
        try {
            var answer = Json.tolerant().readTree(body);
            var token = answer.path("access_token").asString("");
            var seconds = answer.path("expires_in").asLong(0);
            return token.isEmpty() || seconds <= 0
                    ? Optional.empty()
                    : Optional.of(new Granted(token, Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS))));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
