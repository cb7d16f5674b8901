package dev.covenant.chaos.traffic;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;

/** One person at one address. Whoever gets no answer within 6 s, three times what orders takes at most, gives up waiting. */
public record Caller(URI address, String token, HttpClient http) {
    private static final Duration LIMIT = Duration.ofSeconds(6);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);

    /** For all callers of a run. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .build();
    }

    /** At the first server of a service. */
    public static Caller of(Stack stack, Part service, String subject, String role, HttpClient http) {
        var token = stack.tokens().token(subject, service.id(), role);
        return new Caller(URI.create(stack.ports().url(service) + "/"), token, http);
    }

    public Caller at(URI replica) {
        return new Caller(replica, token, http);
    }

    public Told get(String path) {
        return send(request(path).GET());
    }

    Told put(String path, Map<String, ?> body) {
        return send(request(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    Told post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    Told post(String path, Map<String, ?> body, String key) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(json(body)));
    }

    /** Orders one piece. */
    public Told order(String sku, String key) {
        return post("api/v1/orders", orderOf(Map.of(sku, 1), "tok_approve"), key);
    }

    static Map<String, Object> orderOf(Map<String, Integer> pieces, String paymentToken) {
        var lines = pieces.entrySet().stream()
                .map(line -> Map.of("sku", line.getKey(), "quantity", line.getValue()))
                .toList();
        return Map.of(
                "lines",
                lines,
                "currency",
                "EUR",
                "paymentToken",
                paymentToken,
                "expectedTotal",
                Assortment.PRICE
                        * pieces.values().stream().mapToInt(Integer::intValue).sum());
    }

    private Told send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            var retryAfter = answer.headers().firstValueAsLong("Retry-After").orElse(0);
            return new Told(answer.statusCode(), answer.body(), Duration.ofSeconds(retryAfter));
        } catch (IOException nothing) {
            return Told.NOTHING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        return BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    }

    /**
     * An answer.
     *
     * @param status 0 when there was none
     * @param retryAfter how long the caller is asked to wait before he tries again; zero when he is not
     */
    public record Told(int status, String body, Duration retryAfter) {
        public static final Told NOTHING = new Told(0, "", Duration.ZERO);

        /** Of a problem, its name; else empty. */
        public String problem() {
            var type = text("type");
            return type.substring(type.lastIndexOf(':') + 1);
        }

        /** A field of the JSON; empty when there is none. */
        public String text(String field) {
            return json().map(body -> body.path(field).asString("")).orElse("");
        }

        /** Empty when it is none. */
        public Optional<JsonNode> json() {
            try {
                return Optional.of(JsonMapper.shared().readTree(body));
            } catch (JacksonException notJson) {
                return Optional.empty();
            }
        }

        /** Of an object in it, the field {@code type}; empty when there is none. */
        public String typeOf(String object) {
            return json().map(body -> body.path(object).path("type").asString(""))
                    .orElse("");
        }

        /** An order was placed. */
        public boolean isOrder() {
            return status == 201 || status == 202;
        }

        /** Nothing that stays: no answer, or a problem that asks to come again. */
        public boolean isNotNow() {
            return status == 0
                    || (status == 429 || status == 503) && !problem().isEmpty()
                    || status == 409 && problem().equals("request-in-progress");
        }

        /** What became of a wish to cancel. */
        public boolean isAboutCancellation() {
            return status == 202 || status == 409 && problem().equals("not-cancellable");
        }

        /** It stays: asked again, the answer must be the same. */
        public boolean isFinal() {
            return isOrder() || status >= 400 && status < 500 && !isNotNow();
        }
    }
}
