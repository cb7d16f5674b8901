package dev.covenant.registry.api;

import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.webhook.Attempt;
import dev.covenant.registry.webhook.Deliveries;

/** What came of each attempt to tell a webhook something, as text for people. */
@Path("triggered-webhooks/{uuid}/logs")
@RequestScoped
@Produces("text/plain;charset=utf-8")
public class DeliveryLogResource {
    private final Deliveries deliveries;

    @Inject
    public DeliveryLogResource(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    public String get(@PathParam("uuid") String uuid) {
        var delivery = deliveries.find(Known.uuid(uuid)).orElseThrow(Refused::notFound);
        return deliveries.attempts(delivery).stream()
                .map(DeliveryLogResource::text)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String text(Attempt attempt) {
        var outcome = attempt.status() == null ? attempt.fault() : "HTTP " + attempt.status();
        var answer = attempt.response() == null || attempt.response().isEmpty() ? "" : "\n" + attempt.response();
        return "[%s] attempt %d: %s%s".formatted(Hal.time(attempt.at()), attempt.number(), outcome, answer);
    }
}
