package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.pacticipant.Labels;
import dev.covenant.registry.pacticipant.Pacticipant;
import dev.covenant.registry.pacticipant.Pacticipants;

/** The labels of a pacticipant. */
@Path("pacticipants/{name}/labels/{label}")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
@Consumes(MediaType.APPLICATION_JSON)
public class LabelsResource {
    private final Labels labels;
    private final Pacticipants pacticipants;
    private final Known known;
    private final BaseUrl base;

    @Inject
    public LabelsResource(Labels labels, Pacticipants pacticipants, Known known, BaseUrl base) {
        this.labels = labels;
        this.pacticipants = pacticipants;
        this.known = known;
        this.base = base;
    }

    @GET
    public Response get(@PathParam("name") String name, @PathParam("label") String label) {
        return Answers.ok(document(known.pacticipant(name), label));
    }

    @PUT
    @Transactional
    public Response put(@PathParam("name") String name, @PathParam("label") String label, JsonNode ignored) {
        var pacticipant = pacticipants.ensure(Given.name("name", name));
        var added = labels.add(pacticipant, Given.name("label", label));
        return Answers.put(added, document(pacticipant, label), base.urls().label(name, label));
    }

    @DELETE
    public Response delete(@PathParam("name") String name, @PathParam("label") String label) {
        if (!labels.remove(known.pacticipant(name), label)) {
            throw Refused.notFound();
        }
        return Answers.noContent();
    }

    private Hal document(Pacticipant pacticipant, String name) {
        var label = labels.find(pacticipant, name).orElseThrow(Refused::notFound);
        return new Hal()
                .put("name", label.name())
                .put("createdAt", label.createdAt())
                .put("updatedAt", label.updatedAt())
                .link(
                        "self",
                        Link.to(base.urls().label(pacticipant.name(), name))
                                .title("Label")
                                .name(name))
                .link(
                        "pacticipant",
                        Link.to(base.urls().pacticipant(pacticipant.name()))
                                .title("Pacticipant")
                                .name(pacticipant.name()));
    }
}
