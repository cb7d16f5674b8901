package dev.covenant.registry.webhook;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.opentelemetry.api.trace.TracerProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.chassis.http.Reply;
import dev.covenant.registry.json.CanonicalJson;

/** Makes the requests of webhooks: to allowed places only, whatever has been stored, and no redirect is followed to another. */
@ApplicationScoped
public class Sender {
    private static final String CONTENT_TYPE = "Content-Type";

    /** As Standard Webhooks calls it: the same for each attempt, so that a receiver knows what it has been told already. */
    private static final String DELIVERY = "webhook-id";

    private static final int LONGEST_EXCERPT = 1_000;

    private final BoundedHttp http;
    private final Targets targets;
    private final Secrets secrets;
    private final Duration limit;

    @Inject
    public Sender(
            Targets targets, Secrets secrets, @ConfigProperty(name = "registry.webhooks.answer-limit") Duration limit) {
        // No spans: they would tell paths, in which some receivers want their secret.
        this.http = new BoundedHttp(limit, TracerProvider.noop().get("webhooks"));
        this.targets = targets;
        this.secrets = secrets;
        this.limit = limit;
    }

    /** Completes within the limit, never exceptionally. @param id tells this delivery from others */
    public CompletableFuture<Outcome> send(WebhookRequest request, Map<String, String> values, String id) {
        var url = Template.fillUrl(request.url(), values);
        var refusal = targets.brokenRule(url);
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(Outcome.fault("not sent: the address " + refusal.get()));
        }
        try {
            return http.send(filled(request, url, values, id), limit)
                    .thenApply(reply -> outcome(reply, request, values));
        } catch (IllegalArgumentException notHttp) {
            // Its message would hold the value.
            return CompletableFuture.completedFuture(Outcome.fault("not sent: a header has a value that HTTP forbids"));
        }
    }

    private static HttpRequest filled(WebhookRequest request, String url, Map<String, String> values, String id) {
        var filled = HttpRequest.newBuilder(URI.create(url));
        if (request.username() != null) {
            filled.setHeader("Authorization", "Basic " + BasicCredentials.of(request));
        }
        filled.setHeader("User-Agent", "Covenant registry").setHeader(DELIVERY, id);
        var body = request.body();
        if (body != null && !body.isString()) {
            filled.setHeader(CONTENT_TYPE, "application/json");
        }
        request.filled(values).headers().forEach(filled::setHeader);
        return filled.method(
                        request.method(),
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(
                                        body.isString()
                                                ? Template.fill(body.stringValue(), values)
                                                : CanonicalJson.of(Template.fill(body, values))))
                .build();
    }

    private Outcome outcome(Reply reply, WebhookRequest request, Map<String, String> values) {
        return switch (reply) {
            case Reply.Answer(var status, var body, var retryAfter) ->
                new Outcome(status, null, excerpt(body, request, values), retryAfter);
            case Reply.NoAnswer(var cause) -> Outcome.fault("no answer: " + cause);
            case Reply.NotSent(var cause) -> Outcome.fault("not sent: " + cause);
        };
    }

    /** Secrets first: half of one would not be found. */
    private String excerpt(byte[] body, WebhookRequest request, Map<String, String> values) {
        var text = secrets.hideIn(new String(body, StandardCharsets.UTF_8), request, values)
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
        return text.codePointCount(0, text.length()) <= LONGEST_EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_EXCERPT));
    }
}
