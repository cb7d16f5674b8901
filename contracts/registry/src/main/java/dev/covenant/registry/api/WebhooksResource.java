package dev.covenant.registry.api;

import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Urls;
import dev.covenant.registry.pacticipant.Pacticipants;
import dev.covenant.registry.webhook.Secrets;
import dev.covenant.registry.webhook.Trial;
import dev.covenant.registry.webhook.Webhook;
import dev.covenant.registry.webhook.WebhookValues;
import dev.covenant.registry.webhook.Webhooks;

/** Webhooks: of all pairs, of a pair, or of one side of it. */
@Path("webhooks")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
@Consumes(MediaType.APPLICATION_JSON)
public class WebhooksResource {
    private static final Predicate<String> UUID_RULE =
            Pattern.compile("[A-Za-z0-9_-]{16,255}").asMatchPredicate();

    private final Webhooks webhooks;
    private final WebhookReader reader;
    private final Trial trial;
    private final TriggeredWebhooks triggered;
    private final Pacticipants pacticipants;
    private final Secrets secrets;
    private final BaseUrl base;

    @Inject
    public WebhooksResource(
            Webhooks webhooks,
            WebhookReader reader,
            Trial trial,
            TriggeredWebhooks triggered,
            Pacticipants pacticipants,
            Secrets secrets,
            BaseUrl base) {
        this.webhooks = webhooks;
        this.reader = reader;
        this.trial = trial;
        this.triggered = triggered;
        this.pacticipants = pacticipants;
        this.secrets = secrets;
        this.base = base;
    }

    @GET
    public Response list() {
        return Answers.ok(documents().list(webhooks.all(), base.urls().at("/webhooks")));
    }

    @POST
    @Transactional
    public Response create(JsonNode body) {
        return create(body, null, null);
    }

    @GET
    @Path("provider/{provider}/consumer/{consumer}")
    public Response ofPair(@PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return list(consumer, provider);
    }

    @POST
    @Path("provider/{provider}/consumer/{consumer}")
    @Transactional
    public Response createForPair(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer, JsonNode body) {
        return create(body, consumer, provider);
    }

    @GET
    @Path("provider/{provider}")
    public Response ofProvider(@PathParam("provider") String provider) {
        return list(null, provider);
    }

    @POST
    @Path("provider/{provider}")
    @Transactional
    public Response createForProvider(@PathParam("provider") String provider, JsonNode body) {
        return create(body, null, provider);
    }

    @GET
    @Path("consumer/{consumer}")
    public Response ofConsumer(@PathParam("consumer") String consumer) {
        return list(consumer, null);
    }

    @POST
    @Path("consumer/{consumer}")
    @Transactional
    public Response createForConsumer(@PathParam("consumer") String consumer, JsonNode body) {
        return create(body, consumer, null);
    }

    @GET
    @Path("{uuid}")
    public Response get(@PathParam("uuid") String uuid) {
        return Answers.ok(documents().of(known(uuid)));
    }

    @PUT
    @Path("{uuid}")
    @Transactional
    public Response put(@PathParam("uuid") String uuid, JsonNode body) {
        if (!UUID_RULE.test(uuid)) {
            throw Refused.invalid("uuid", "must have 16 to 255 letters, digits, hyphens and underscores");
        }
        var values = reader.read(body, null, null);
        var before = webhooks.lock(uuid);
        if (before.isEmpty()) {
            return make(uuid, values);
        }
        return store(uuid, restored(values, before.get()));
    }

    @DELETE
    @Path("{uuid}")
    public Response delete(@PathParam("uuid") String uuid) {
        if (!webhooks.delete(uuid)) {
            throw Refused.notFound();
        }
        return Answers.noContent();
    }

    @POST
    @Path("{uuid}/execute")
    public Response execute(@PathParam("uuid") String uuid, JsonNode ignored) {
        var webhook = known(uuid);
        return Answers.ok(documents().of(webhook, trial.of(webhook)));
    }

    @GET
    @Path("{uuid}/triggered-webhooks")
    public Response triggered(@PathParam("uuid") String uuid) {
        return triggered.list(triggered.deliveries().of(known(uuid)));
    }

    private Response create(JsonNode body, String consumer, String provider) {
        mustExist("consumer", consumer);
        mustExist("provider", provider);
        return make(UUID.randomUUID().toString(), reader.read(body, consumer, provider));
    }

    private Response make(String uuid, WebhookValues values) {
        if (webhooks.areFull()) {
            throw Refused.invalid("webhooks", "are as many as there may be: %d".formatted(webhooks.most()));
        }
        return store(uuid, complete(values));
    }

    private Response list(String consumer, String provider) {
        mustExist("consumer", consumer);
        mustExist("provider", provider);
        var self = base.urls().at("/webhooks")
                + (provider == null ? "" : "/provider/" + Urls.segment(provider))
                + (consumer == null ? "" : "/consumer/" + Urls.segment(consumer));
        return Answers.ok(documents().list(webhooks.naming(consumer, provider), self));
    }

    private Response store(String uuid, WebhookValues values) {
        var isNew = webhooks.put(uuid, values);
        var stored = known(uuid);
        return Answers.put(isNew, documents().of(stored), documents().self(stored));
    }

    /** Whoever may change a webhook has not seen its secrets, and cannot have them sent elsewhere. */
    private static WebhookValues restored(WebhookValues given, Webhook before) {
        if (!Secrets.areLeftOut(given.request())) {
            return given;
        }
        var earlier = before.request().orElseThrow(WebhooksResource::unknownSecret);
        if (!given.request().hasTargetOf(earlier)) {
            throw Refused.invalid("request.url", "is elsewhere than before: secrets must be given again");
        }
        return complete(given.with(Secrets.restored(given.request(), earlier)));
    }

    private static WebhookValues complete(WebhookValues values) {
        if (Secrets.areLeftOut(values.request())) {
            throw unknownSecret();
        }
        return values;
    }

    private static Refused unknownSecret() {
        return Refused.invalid("request", "has stars in the place of a secret that is not known");
    }

    private void mustExist(String role, String name) {
        if (name != null && pacticipants.find(name).isEmpty()) {
            throw Refused.notFound("No %s with name '%s' found".formatted(role, name));
        }
    }

    private Webhook known(String uuid) {
        return webhooks.find(uuid).orElseThrow(Refused::notFound);
    }

    private WebhookDocuments documents() {
        return new WebhookDocuments(base.urls(), secrets);
    }
}
