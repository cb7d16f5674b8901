package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.assignment.Assignment;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.Pacts;

/** A contract by what it says, as its latest version said it. */
@Path("pacts/provider/{provider}/consumer/{consumer}/pact-version/{sha}")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class PactContentResource {
    private final Pacts pacts;
    private final PactAnswers answers;

    @PathParam("provider")
    private String provider;

    @PathParam("consumer")
    private String consumer;

    @PathParam("sha")
    private String sha;

    @Inject
    public PactContentResource(Pacts pacts, PactAnswers answers) {
        this.pacts = pacts;
        this.answers = answers;
    }

    @GET
    public Response get() {
        return answers.ok(find());
    }

    /** As it was handed to a provider: its results come back with what it was handed out for. */
    @GET
    @Path("metadata/{metadata}")
    public Response assigned(@PathParam("metadata") String metadata) {
        return answers.ok(find(), Assignment.read(metadata));
    }

    private Pact find() {
        return pacts.withContent(consumer, provider, sha).orElseThrow(Refused::notFound);
    }
}
