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

/** A contract by what it says, as its latest version said it. */
@Path("pacts/provider/{provider}/consumer/{consumer}/pact-version/{sha}")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class PactContentResource {
    private final Pacts pacts;
    private final PactAnswers answers;

    @Inject
    public PactContentResource(Pacts pacts, PactAnswers answers) {
        this.pacts = pacts;
        this.answers = answers;
    }

    @GET
    public Response get(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("sha") String sha) {
        return answers.ok(pacts.withContent(consumer, provider, sha).orElseThrow(Refused::notFound));
    }
}
