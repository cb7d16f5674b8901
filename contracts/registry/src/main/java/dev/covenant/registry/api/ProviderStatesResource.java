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
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.pact.PactFilter;
import dev.covenant.registry.pact.PactFilter.Kind;
import dev.covenant.registry.pact.PactLists;

/** The states that consumers want a provider to be in: of the latest contracts of main branches, of a branch, or of what is somewhere. */
@Path("pacts/provider/{provider}/provider-states")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class ProviderStatesResource {
    private final PactLists lists;
    private final Known known;
    private final BaseUrl base;

    @PathParam("provider")
    private String provider;

    @Inject
    public ProviderStatesResource(PactLists lists, Known known, BaseUrl base) {
        this.lists = lists;
        this.known = known;
        this.base = base;
    }

    @GET
    public Response ofMainBranches() {
        return answer(PactFilter.of(provider, Kind.OF_MAIN_BRANCH, null).onlyLatest());
    }

    @GET
    @Path("branch/{branch}")
    public Response ofBranch(@PathParam("branch") String branch) {
        return answer(PactFilter.of(provider, Kind.OF_BRANCH, branch).onlyLatest());
    }

    @GET
    @Path("environment/{uuid}")
    public Response inEnvironment(@PathParam("uuid") String uuid) {
        return answer(PactFilter.of(
                provider, Kind.IN_ENVIRONMENT, known.environment(uuid).name()));
    }

    private Response answer(PactFilter filter) {
        known.pacticipant(provider);
        var found = lists.find(filter);
        return Answers.ok(new Hal()
                .put("providerStates", ProviderStates.of(found, lists.texts(found)))
                .link(
                        "self",
                        Link.to(base.urls().at("/pacts/provider/%s/provider-states", provider))
                                .title("Provider states of " + provider)));
    }
}
