package dev.covenant.registry.api.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.pact.Pacts;

/** The latest contract of a pair. */
@Path("pacts/provider/{provider}/consumer/{consumer}/latest")
@RequestScoped
@Produces(Pages.HTML)
public class LatestPactPage {
    private final Pacts pacts;
    private final PactPages pages;

    @Inject
    public LatestPactPage(Pacts pacts, PactPages pages) {
        this.pacts = pacts;
        this.pages = pages;
    }

    @GET
    public Response latest(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @QueryParam("page") String page) {
        return pages.of(pacts.latest(consumer, provider), page);
    }

    @GET
    @Path("{tag}")
    public Response latestTagged(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("tag") String tag,
            @QueryParam("page") String page) {
        return pages.of(pacts.latestTagged(consumer, provider, tag), page);
    }
}
