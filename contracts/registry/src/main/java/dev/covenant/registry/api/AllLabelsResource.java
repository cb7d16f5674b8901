package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.pacticipant.Labels;

/** The labels that any pacticipant has. */
@Path("labels")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class AllLabelsResource {
    private static final int MOST = 1_000;

    private final Labels labels;
    private final BaseUrl base;

    @Inject
    public AllLabelsResource(Labels labels, BaseUrl base) {
        this.labels = labels;
        this.base = base;
    }

    /** By name; at most {@value #MOST}. */
    @GET
    public Response list() {
        return Answers.ok(new Hal()
                .embed("labels", labels.names(MOST).stream().map(this::document).toList())
                .link("self", Link.to(base.urls().at("/labels")).title("Labels")));
    }

    private Hal document(String name) {
        return new Hal()
                .put("name", name)
                .link(
                        "pb:pacticipants-with-label",
                        Link.to(base.urls().at("/pacticipants/label/%s", name)).title("Pacticipants with this label"));
    }
}
