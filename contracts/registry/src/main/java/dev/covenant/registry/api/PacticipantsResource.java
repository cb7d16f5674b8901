package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.access.Level;
import dev.covenant.registry.access.Needs;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.pacticipant.Labels;
import dev.covenant.registry.pacticipant.Pacticipant;
import dev.covenant.registry.pacticipant.PacticipantChange;
import dev.covenant.registry.pacticipant.Pacticipants;
import dev.covenant.registry.version.Versions;

/** Pacticipants. Changing one that is not there makes it. */
@Path("pacticipants")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json", "application/hal+json"})
public class PacticipantsResource {
    private final Pacticipants pacticipants;
    private final Labels labels;
    private final Versions versions;
    private final Known known;
    private final BaseUrl base;

    @Inject
    public PacticipantsResource(
            Pacticipants pacticipants, Labels labels, Versions versions, Known known, BaseUrl base) {
        this.pacticipants = pacticipants;
        this.labels = labels;
        this.versions = versions;
        this.known = known;
        this.base = base;
    }

    @GET
    public Response list() {
        return Answers.ok(documents().list(pacticipants.all(), labels.all(), versions.latestOfEach()));
    }

    @GET
    @Path("label/{label}")
    public Response labelled(@PathParam("label") String label) {
        return Answers.ok(documents().list(pacticipants.labelled(label), labels.all(), versions.latestOfEach()));
    }

    @POST
    @Transactional
    public Response create(JsonNode body) {
        var given = new Given(body);
        var name = given.name("name");
        var values = change(given);
        if (!pacticipants.create(name, values)) {
            throw Refused.invalid("name", "is taken by another pacticipant");
        }
        return Answers.created(document(known.pacticipant(name)), base.urls().pacticipant(name));
    }

    @GET
    @Path("{name}")
    public Response get(@PathParam("name") String name) {
        return Answers.ok(document(known.pacticipant(name)));
    }

    @PATCH
    @Path("{name}")
    @Transactional
    public Response change(@PathParam("name") String name, JsonNode body) {
        return put(name, body);
    }

    @PUT
    @Path("{name}")
    @Transactional
    public Response put(@PathParam("name") String name, JsonNode body) {
        var values = change(new Given(body));
        var made = pacticipants.create(Given.name("name", name), values);
        if (!made) {
            pacticipants.change(name, values);
        }
        return Answers.put(made, document(known.pacticipant(name)), base.urls().pacticipant(name));
    }

    @DELETE
    @Path("{name}")
    @Needs(Level.ADMIN)
    public Response delete(@PathParam("name") String name) {
        if (!pacticipants.delete(name)) {
            throw Refused.notFound();
        }
        return Answers.noContent();
    }

    private static PacticipantChange change(Given given) {
        var values = new PacticipantChange(
                given.text(Given.LONGEST_NAME, "displayName", "display_name"),
                given.text(Given.LONGEST_URL, "repositoryUrl", "repository_url"),
                given.text(Given.LONGEST_NAME, "mainBranch", "main_branch"));
        given.require();
        return values;
    }

    private Hal document(Pacticipant pacticipant) {
        return documents().of(pacticipant, labels.of(pacticipant), versions.latest(pacticipant));
    }

    private PacticipantDocuments documents() {
        return new PacticipantDocuments(base.urls());
    }
}
