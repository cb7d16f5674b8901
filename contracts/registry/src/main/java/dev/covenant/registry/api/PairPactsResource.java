package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import dev.covenant.registry.access.Level;
import dev.covenant.registry.access.Needs;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.pact.PactFilter;
import dev.covenant.registry.pact.PactFilter.Kind;
import dev.covenant.registry.pact.PactLists;

/** The contracts of a pair: all, by tag, by branch. */
@Path("pacts/provider/{provider}/consumer/{consumer}")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class PairPactsResource {
    private final PactLists lists;
    private final PactListAnswers answers;
    private final PactAnswers one;

    @Context
    private UriInfo uri;

    @PathParam("provider")
    private String provider;

    @PathParam("consumer")
    private String consumer;

    @Inject
    public PairPactsResource(PactLists lists, PactListAnswers answers, PactAnswers one) {
        this.lists = lists;
        this.answers = answers;
        this.one = one;
    }

    @GET
    @Path("versions")
    public Response all() {
        return list(filter(Kind.ALL, null));
    }

    @DELETE
    @Needs(Level.ADMIN)
    @Path("versions")
    public Response deleteAll() {
        return delete(filter(Kind.ALL, null));
    }

    /** The contract itself: of the latest consumer version without any tag that has one. */
    @GET
    @Path("latest-untagged")
    public Response latestUntagged() {
        return latest(filter(Kind.WITHOUT_TAG, null));
    }

    @GET
    @Path("tag/{tag}")
    public Response tagged(@PathParam("tag") String tag) {
        return list(filter(Kind.WITH_TAG, tag));
    }

    @DELETE
    @Needs(Level.ADMIN)
    @Path("tag/{tag}")
    public Response deleteTagged(@PathParam("tag") String tag) {
        return delete(filter(Kind.WITH_TAG, tag));
    }

    @GET
    @Path("branch/versions")
    public Response ofMainBranch() {
        return list(filter(Kind.OF_MAIN_BRANCH, null));
    }

    @GET
    @Path("branch/latest/versions")
    public Response latestOfMainBranch() {
        return list(filter(Kind.OF_MAIN_BRANCH, null).onlyLatest());
    }

    @GET
    @Path("branch/{branch}")
    public Response ofBranch(@PathParam("branch") String branch) {
        return list(filter(Kind.OF_BRANCH, branch));
    }

    @DELETE
    @Needs(Level.ADMIN)
    @Path("branch/{branch}")
    public Response deleteOfBranch(@PathParam("branch") String branch) {
        return delete(filter(Kind.OF_BRANCH, branch));
    }

    @GET
    @Path("branch/{branch}/latest/versions")
    public Response latestListed(@PathParam("branch") String branch) {
        return list(filter(Kind.OF_BRANCH, branch).onlyLatest());
    }

    /** The contract itself. */
    @GET
    @Path("branch/{branch}/latest")
    public Response latestOfBranch(@PathParam("branch") String branch) {
        return latest(filter(Kind.OF_BRANCH, branch));
    }

    private PactFilter filter(Kind kind, String word) {
        return PactFilter.of(provider, kind, word).by(consumer);
    }

    private Response latest(PactFilter filter) {
        return one.ok(lists.find(filter.onlyLatest()).stream().findFirst().orElseThrow(Refused::notFound));
    }

    private Response list(PactFilter filter) {
        return answers.ok(uri, filter, "Versions of the pact between %s and %s".formatted(consumer, provider));
    }

    private Response delete(PactFilter filter) {
        if (lists.delete(filter) == 0) {
            throw Refused.notFound();
        }
        return Answers.noContent();
    }
}
