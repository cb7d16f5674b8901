package dev.covenant.registry.api;

import java.util.List;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.hal.Urls;
import dev.covenant.registry.webhook.Outcome;
import dev.covenant.registry.webhook.Party;
import dev.covenant.registry.webhook.Secrets;
import dev.covenant.registry.webhook.Webhook;
import dev.covenant.registry.webhook.WebhookRequest;

/** Webhooks as documents, their secrets hidden. */
record WebhookDocuments(Urls urls, Secrets secrets) {

    Hal of(Webhook webhook) {
        var self = self(webhook);
        var document = new Hal().put("uuid", webhook.uuid()).put("description", webhook.title());
        party(document, "consumer", webhook.consumer());
        party(document, "provider", webhook.provider());
        var events = JsonNodeFactory.instance.arrayNode();
        webhook.events().forEach(event -> events.addObject().put("name", event.title()));
        webhook.request().ifPresent(request -> document.put("request", shown(request)));
        document.put("enabled", webhook.enabled())
                .put("events", events)
                .put("createdAt", webhook.createdAt())
                .put("updatedAt", webhook.updatedAt().equals(webhook.createdAt()) ? null : webhook.updatedAt())
                .link("self", Link.to(self).title(webhook.title()))
                .link(
                        "pb:execute",
                        Link.to(self + "/execute")
                                .title("Make the request now, for the latest contract that it is about"))
                .link(
                        "pb:triggered-webhooks",
                        Link.to(self + "/triggered-webhooks").title("What it was told"));
        pacticipant(document, "pb:consumer", "Consumer", webhook.consumer());
        pacticipant(document, "pb:provider", "Provider", webhook.provider());
        return document.link("pb:webhooks", Link.to(urls.at("/webhooks")).title("All webhooks"));
    }

    Hal list(List<Webhook> webhooks, String self) {
        return new Hal()
                .link("self", Link.to(self).title("Webhooks"))
                .links(
                        "pb:webhooks",
                        webhooks.stream()
                                .map(webhook -> Link.to(self(webhook))
                                        .title(webhook.title())
                                        .name(webhook.uuid()))
                                .toList());
    }

    Hal of(Webhook webhook, Outcome outcome) {
        var self = self(webhook);
        var document = new Hal();
        webhook.request().ifPresent(request -> document.put("request", shown(request)));
        if (outcome.status() == null) {
            document.put("error", JsonNodeFactory.instance.objectNode().put("message", outcome.fault()));
        } else {
            document.put(
                    "response",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("status", outcome.status())
                            .put("body", outcome.response()));
        }
        return document.put(
                        "logs",
                        webhook.request().map(made -> made.title() + ": ").orElse("")
                                + (outcome.status() == null ? outcome.fault() : "HTTP " + outcome.status()))
                .put("success", outcome.isSuccess())
                .link("webhook", Link.to(self))
                .link("try-again", Link.to(self + "/execute").title("Execute the webhook again"));
    }

    String self(Webhook webhook) {
        return urls.at("/webhooks/%s", webhook.uuid());
    }

    private ObjectNode shown(WebhookRequest request) {
        var shown = secrets.hidden(request);
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("method", shown.method())
                .put("url", shown.url());
        if (!shown.headers().isEmpty()) {
            var headers = json.putObject("headers");
            shown.headers().forEach(headers::put);
        }
        if (shown.body() != null) {
            json.set("body", shown.body());
        }
        if (shown.username() != null) {
            json.put("username", shown.username());
        }
        if (shown.password() != null) {
            json.put("password", shown.password());
        }
        return json;
    }

    private static void party(Hal document, String field, Party party) {
        if (party.name() != null) {
            document.put(field, JsonNodeFactory.instance.objectNode().put("name", party.name()));
        } else if (party.label() != null) {
            document.put(field, JsonNodeFactory.instance.objectNode().put("label", party.label()));
        }
    }

    private void pacticipant(Hal document, String relation, String title, Party party) {
        if (party.name() != null) {
            document.link(
                    relation,
                    Link.to(urls.pacticipant(party.name())).title(title).name(party.name()));
        }
    }
}
