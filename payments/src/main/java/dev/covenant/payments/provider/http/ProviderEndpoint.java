package dev.covenant.payments.provider.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.opentelemetry.api.trace.Tracer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.json.Json;
import dev.covenant.payments.provider.Wait;

/** Sends requests to the provider, with our key, each for at most what is left of the wait, and none while its circuit is open. */
@ApplicationScoped
class ProviderEndpoint {
    private final ProviderLane lane;
    private final BoundedHttp http;
    private final String base;
    private final String key;

    @Inject
    ProviderEndpoint(
            @ConfigProperty(name = "provider.url") String base,
            @ConfigProperty(name = "PROVIDER_KEY") String key,
            @ConfigProperty(name = "provider.connect-limit") Duration connectLimit,
            ProviderLane lane,
            Tracer tracer) {
        this.lane = lane;
        this.http = new BoundedHttp(connectLimit, tracer);
        this.base = base.endsWith("/") ? base : base + "/";
        this.key = key;
    }

    Reply get(String path, Wait wait) {
        return send("GET", path, BodyPublishers.noBody(), wait);
    }

    Reply post(String path, Wait wait) {
        return send("POST", path, BodyPublishers.noBody(), wait);
    }

    Reply put(String path, Object body, Wait wait) {
        return send("PUT", path, BodyPublishers.ofByteArray(Json.strict().writeValueAsBytes(body)), wait);
    }

    private Reply send(String method, String path, BodyPublisher body, Wait wait) {
        var left = wait.left();
        if (!left.isPositive()) {
            return new Reply.NoAnswer("nothing left of the wait");
        }
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .build();
        return lane.get().send(() -> http.send(request, left)).join();
    }
}
