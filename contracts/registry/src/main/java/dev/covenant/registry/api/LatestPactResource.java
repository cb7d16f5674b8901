package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.pact.Pacts;

/** The latest contract of a pair. */
@Path("pacts/provider/{provider}/consumer/{consumer}/latest")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class LatestPactResource {
    private final Pacts pacts;
    private final PactAnswers answers;

    @Inject
    public LatestPactResource(Pacts pacts, PactAnswers answers) {
        this.pacts = pacts;
        this.answers = answers;
    }

    @GET
    public Response latest(@PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return answers.ok(pacts.latest(consumer, provider).orElseThrow(Refused::notFound));
    }

    @GET
    @Path("{tag}")
    public Response latestTagged(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("tag") String tag) {
        return answers.ok(pacts.latestTagged(consumer, provider, tag).orElseThrow(Refused::notFound));
    }
}
