package dev.covenant.registry.api;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.webhook.Deliveries;
import dev.covenant.registry.webhook.Delivery;

/** Answers that are lists of what webhooks were told. */
@RequestScoped
class TriggeredWebhooks {
    private final Deliveries deliveries;
    private final BaseUrl base;

    @Inject
    TriggeredWebhooks(Deliveries deliveries, BaseUrl base) {
        this.deliveries = deliveries;
        this.base = base;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Response list(List<Delivery> found) {
        return Answers.ok(new Hal()
                .embed("triggeredWebhooks", found.stream().map(this::document).toList()));
    }

    private Hal document(Delivery delivery) {
        return new Hal()
                .put("uuid", delivery.uuid().toString())
                .put("name", delivery.event().title())
                .put("eventName", delivery.event().title())
                .put(
                        "status",
                        switch (delivery.state()) {
                            case WAITING -> delivery.attempts() == 0 ? "not_run" : "retrying";
                            case DELIVERED -> "success";
                            case FAILED -> "failure";
                        })
                .put("attemptsMade", delivery.attempts())
                .put("triggeredAt", delivery.createdAt())
                .link(
                        "pb:logs",
                        Link.to(base.urls().at("/triggered-webhooks/" + delivery.uuid() + "/logs"))
                                .title("Webhook execution logs"))
                .link(
                        "pb:webhook",
                        Link.to(base.urls().at("/webhooks/%s", delivery.webhook()))
                                .title("Webhook"));
    }
}
