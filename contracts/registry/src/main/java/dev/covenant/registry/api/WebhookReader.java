package dev.covenant.registry.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.covenant.registry.pacticipant.Pacticipants;
import dev.covenant.registry.webhook.Party;
import dev.covenant.registry.webhook.Targets;
import dev.covenant.registry.webhook.WebhookEvent;
import dev.covenant.registry.webhook.WebhookValues;

/** What a client says of a webhook, read and checked. */
@ApplicationScoped
class WebhookReader {
    private final Pacticipants pacticipants;
    private final Targets targets;

    @Inject
    WebhookReader(Pacticipants pacticipants, Targets targets) {
        this.pacticipants = pacticipants;
        this.targets = targets;
    }

    /**
     * @param consumer named by the path, and known; null when the body says it
     * @param provider the same
     * @throws Refused 400 with all that is wrong with it
     */
    WebhookValues read(JsonNode body, String consumer, String provider) {
        Given.toBeKept(body);
        var given = new Given(flat(body));
        var description = given.optionalName("description");
        var consumers = consumer == null ? party(given, body, "consumer") : new Party(consumer, null);
        var providers = provider == null ? party(given, body, "provider") : new Party(provider, null);
        var events = events(given, body.path("events"));
        var enabled = body.path("enabled").isMissingNode() || given.truth("enabled");
        var request = new WebhookRequestReader(given, targets).read(body.path("request"));
        given.require();
        return new WebhookValues(description, consumers, providers, List.copyOf(events), enabled, request);
    }

    /** Its fields under the names by which errors tell them. */
    private static JsonNode flat(JsonNode body) {
        var flat = JsonNodeFactory.instance.objectNode();
        for (var field : List.of("description", "enabled")) {
            if (body.has(field)) {
                flat.set(field, body.get(field));
            }
        }
        for (var part : List.of("consumer", "provider", "request")) {
            body.path(part).properties().forEach(field -> flat.set(part + "." + field.getKey(), field.getValue()));
        }
        return flat;
    }

    private Party party(Given given, JsonNode body, String role) {
        var party = body.path(role);
        // Taken for nothing, it would mean everybody.
        if (!party.isMissingNode() && !party.isNull() && !party.isObject()) {
            given.broken(role, "must be an object with a name or a label");
        }
        var name = given.optionalName(role + ".name");
        var label = given.optionalName(role + ".label");
        if (name != null && label != null) {
            given.broken(role + ".label", "cannot be given beside a name");
        }
        if (name != null && pacticipants.find(name).isEmpty()) {
            given.broken(role + ".name", "does not match an existing pacticipant");
        }
        return new Party(name, label);
    }

    private static Set<WebhookEvent> events(Given given, JsonNode list) {
        var events = new LinkedHashSet<WebhookEvent>();
        if (list.isMissingNode() || list.isNull()) {
            return Set.of(WebhookEvent.CONTRACT_CONTENT_CHANGED);
        }
        if (!list.isArray() || list.isEmpty()) {
            given.broken("events", "must be an array with at least one event");
            return events;
        }
        for (var event : list) {
            WebhookEvent.called(event.path("name").asString(""))
                    .ifPresentOrElse(
                            events::add,
                            () -> given.broken("events", "must be objects whose name is that of an event"));
        }
        return events;
    }
}
