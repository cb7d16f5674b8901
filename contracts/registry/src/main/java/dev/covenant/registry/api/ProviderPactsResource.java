package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.pact.PactFilter;
import dev.covenant.registry.pact.PactFilter.Kind;

/** Lists of a provider's contracts: all, by tag, by branch; each, or the latest of each consumer. */
@Path("pacts/provider/{provider}")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class ProviderPactsResource {
    private final PactListAnswers answers;

    @Context
    private UriInfo uri;

    @PathParam("provider")
    private String provider;

    @Inject
    public ProviderPactsResource(PactListAnswers answers) {
        this.answers = answers;
    }

    @GET
    public Response all() {
        return answers.ok(uri, PactFilter.of(provider, Kind.ALL, null), "All pacts of " + provider);
    }

    @GET
    @Path("tag/{tag}")
    public Response tagged(@PathParam("tag") String tag) {
        return answers.ok(
                uri, PactFilter.of(provider, Kind.WITH_TAG, tag), "Pacts of %s with tag %s".formatted(provider, tag));
    }

    @GET
    @Path("branch")
    public Response ofMainBranches() {
        return answers.ok(
                uri,
                PactFilter.of(provider, Kind.OF_MAIN_BRANCH, null),
                "Pacts of %s from main branches".formatted(provider));
    }

    @GET
    @Path("branch/latest")
    public Response latestOfMainBranches() {
        return answers.ok(
                uri,
                PactFilter.of(provider, Kind.OF_MAIN_BRANCH, null).onlyLatest(),
                "Latest pacts of %s from main branches".formatted(provider));
    }

    @GET
    @Path("branch/{branch}")
    public Response ofBranch(@PathParam("branch") String branch) {
        return answers.ok(
                uri,
                PactFilter.of(provider, Kind.OF_BRANCH, branch),
                "Pacts of %s from branch %s".formatted(provider, branch));
    }

    @GET
    @Path("branch/{branch}/latest")
    public Response latestOfBranch(@PathParam("branch") String branch) {
        return answers.ok(
                uri,
                PactFilter.of(provider, Kind.OF_BRANCH, branch).onlyLatest(),
                "Latest pacts of %s from branch %s".formatted(provider, branch));
    }
}
