package dev.covenant.registry.api.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.pact.Pacts;

/** One consumer version's contract, at the address that clients print when they have published it. */
@Path("pacts/provider/{provider}/consumer/{consumer}/version/{version}")
@RequestScoped
@Produces(Pages.HTML)
@Consumes(Pages.AS_DOCUMENT)
public class PactPage {
    private final Pacts pacts;
    private final PactPages pages;

    @Inject
    public PactPage(Pacts pacts, PactPages pages) {
        this.pacts = pacts;
        this.pages = pages;
    }

    @GET
    public Response pact(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("version") String version,
            @QueryParam("page") String page) {
        return pages.of(pacts.find(consumer, provider, version), page);
    }
}
