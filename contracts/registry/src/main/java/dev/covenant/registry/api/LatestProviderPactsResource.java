package dev.covenant.registry.api;

import java.util.List;

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
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.Pacts;

/** The latest contract of each consumer with a provider. */
@Path("pacts/provider/{provider}/latest")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class LatestProviderPactsResource {
    private final Pacts pacts;
    private final Known known;
    private final BaseUrl base;

    @Inject
    public LatestProviderPactsResource(Pacts pacts, Known known, BaseUrl base) {
        this.pacts = pacts;
        this.known = known;
        this.base = base;
    }

    @GET
    public Response ofProvider(@PathParam("provider") String provider) {
        var found = pacts.latestOfEachConsumer(known.pacticipant(provider));
        return Answers.ok(list(
                provider,
                found,
                base.urls().at("/pacts/provider/%s/latest", provider),
                "Latest pacts for " + provider));
    }

    @GET
    @Path("{tag}")
    public Response ofProvider(@PathParam("provider") String provider, @PathParam("tag") String tag) {
        var found = pacts.latestOfEachConsumer(known.pacticipant(provider), tag);
        return Answers.ok(list(
                provider,
                found,
                base.urls().at("/pacts/provider/%s/latest/%s", provider, tag),
                "Latest pacts for %s with tag %s".formatted(provider, tag)));
    }

    private Hal list(String provider, List<Pact> found, String self, String title) {
        var urls = base.urls();
        return new Hal()
                .link("self", Link.to(self).title(title))
                .link("provider", Link.to(urls.pacticipant(provider)).title(provider))
                .link("pb:provider", Link.to(urls.pacticipant(provider)).title(provider))
                .links(
                        "pb:pacts",
                        found.stream()
                                .map(pact -> Link.to(urls.pact(pact))
                                        .title(pact.title())
                                        .name(pact.consumer()))
                                .toList());
    }
}
