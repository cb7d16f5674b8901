package dev.covenant.registry.api;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.covenant.registry.access.Level;
import dev.covenant.registry.access.Needs;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.json.RegistryJson;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.Pacts;
import dev.covenant.registry.pact.Publication;
import dev.covenant.registry.pact.PublishContracts;
import dev.covenant.registry.pact.PublishOutcome.Conflicts;
import dev.covenant.registry.pact.PublishOutcome.Kind;
import dev.covenant.registry.pact.PublishOutcome.Published;

/** One consumer version's contract. Publishing it here is the older way: PUT says it, PATCH adds to it. */
@Path("pacts/provider/{provider}/consumer/{consumer}/version/{version}")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
@Consumes(MediaType.APPLICATION_JSON)
public class PactResource {
    private final Pacts pacts;
    private final PublishContracts publishContracts;
    private final PactAnswers answers;
    private final TriggeredWebhooks triggered;

    @PathParam("provider")
    private String provider;

    @PathParam("consumer")
    private String consumer;

    @PathParam("version")
    private String version;

    @Inject
    public PactResource(
            Pacts pacts, PublishContracts publishContracts, PactAnswers answers, TriggeredWebhooks triggered) {
        this.pacts = pacts;
        this.publishContracts = publishContracts;
        this.answers = answers;
        this.triggered = triggered;
    }

    @GET
    public Response get() {
        return answers.ok(find());
    }

    @PUT
    public Response put(JsonNode pact) {
        return publish(pact, false);
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response merge(JsonNode pact) {
        return publish(pact, true);
    }

    @DELETE
    @Needs(Level.ADMIN)
    public Response delete() {
        pacts.delete(find());
        return Answers.noContent();
    }

    /** The last one before it that said something else. */
    @GET
    @Path("previous-distinct")
    public Response previousDistinct() {
        return answers.ok(pacts.previousDistinct(find()).orElseThrow(Refused::notFound));
    }

    @GET
    @Path("triggered-webhooks")
    public Response triggered() {
        return triggered.list(triggered.deliveries().ofPublication(find().id()));
    }

    private Pact find() {
        return pacts.find(consumer, provider, version).orElseThrow(Refused::notFound);
    }

    private Response publish(JsonNode body, boolean merge) {
        var contract = new Publication.Contract(Given.name("provider", provider), checked(body), merge);
        var publication = new Publication(
                Given.name("consumer", consumer),
                Given.name("version", version),
                null,
                List.of(),
                null,
                List.of(contract));
        return switch (publishContracts.publish(publication)) {
            case Published published -> {
                var stored = published.contracts().getFirst();
                yield stored.kind() == Kind.NEW ? answers.created(stored.pact()) : answers.ok(stored.pact());
            }
            case Conflicts(var conflicts) ->
                Refused.error(409, PublishNotices.text(conflicts.getFirst())).response();
        };
    }

    private ObjectNode checked(JsonNode body) {
        var pact = RegistryJson.object(body)
                .orElseThrow(() -> Refused.error(400, "The body must be a pact: a JSON object."));
        mustAgree(pact, "consumer", consumer);
        mustAgree(pact, "provider", provider);
        return pact;
    }

    private static void mustAgree(ObjectNode pact, String party, String name) {
        var inPact = pact.path(party).path("name").asString(name);
        if (!inPact.equals(name)) {
            throw Refused.invalid(
                    party + ".name",
                    "in pact ('%s') does not match %s name in path ('%s').".formatted(inPact, party, name));
        }
    }
}
