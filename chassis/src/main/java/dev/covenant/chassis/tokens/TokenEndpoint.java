package dev.covenant.chassis.tokens;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import tools.jackson.core.JacksonException;

import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.json.Json;

/** The issuer's token endpoint, as this client. */
final class TokenEndpoint {
    private static final System.Logger LOG = System.getLogger(TokenEndpoint.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final long LONGEST_SECONDS = Duration.ofDays(30).toSeconds();

    private final BoundedHttp http;
    private final URI address;
    private final String credentials;
    /** Why the last try brought nothing; empty when it brought a token. */
    private final AtomicReference<String> trouble = new AtomicReference<>("");

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
        return switch (http.send(request, LIMIT).join()) {
            case Reply.Answer(int status, byte[] body, int _) when status == 200 -> read(body);
            case Reply.Answer(int status, byte[] _, int _)
            when status == 400 || status == 401 -> nothing("it refuses this client or its secret: status " + status);
            case Reply.Answer(int status, byte[] _, int _) -> nothing("status " + status);
            case Reply.NoAnswer(var cause) -> nothing(cause);
            case Reply.NotSent(var cause) -> nothing(cause);
        };
    }

    private Optional<Granted> read(byte[] body) {
        try {
            var answer = Json.tolerant().readTree(body);
            var token = answer.path("access_token").asString("");
            var seconds = answer.path("expires_in").asLong(0);
            return token.isEmpty() || seconds <= 0
                    ? nothing("an answer without a token")
                    : granted(new Granted(token, Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS))));
        } catch (JacksonException unreadable) {
            return nothing("an unreadable answer");
        }
    }

    private Optional<Granted> granted(Granted token) {
        if (!trouble.getAndSet("").isEmpty()) {
            LOG.log(Level.INFO, "The issuer {0} gives tokens again", address);
        }
        return Optional.of(token);
    }

    /** Said once for each cause and not at each try, of which there is one a second. Nothing of the answer's text is repeated. */
    private Optional<Granted> nothing(String cause) {
        if (!cause.equals(trouble.getAndSet(cause))) {
            LOG.log(Level.WARNING, "The issuer {0} gives no token: {1}. What needs one is unavailable", address, cause);
        }
        return Optional.empty();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
