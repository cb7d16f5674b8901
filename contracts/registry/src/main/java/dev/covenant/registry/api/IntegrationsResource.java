package dev.covenant.registry.api;

import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.access.Level;
import dev.covenant.registry.access.Needs;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.pact.Integration;
import dev.covenant.registry.pact.Integrations;

/** Who has contracts with whom. Deleting says that they no longer have: all their contracts go, with the results. */
@Path("integrations")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class IntegrationsResource {
    private final Integrations integrations;
    private final Known known;
    private final BaseUrl base;

    @Inject
    public IntegrationsResource(Integrations integrations, Known known, BaseUrl base) {
        this.integrations = integrations;
        this.known = known;
        this.base = base;
    }

    @GET
    public Response list() {
        return Answers.ok(new Hal()
                .embed(
                        "integrations",
                        integrations.all().stream().map(this::document).toList())
                .link("self", Link.to(base.urls().at("/integrations")).title("All integrations")));
    }

    /** Pair by pair: cut off in the middle, it goes on when it is repeated. */
    @DELETE
    @Needs(Level.ADMIN)
    public Response deleteAll() {
        integrations.all().forEach(each -> integrations.delete(each.consumer(), each.provider()));
        return Answers.noContent();
    }

    @DELETE
    @Path("provider/{provider}/consumer/{consumer}")
    @Needs(Level.ADMIN)
    public Response delete(@PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        integrations.delete(
                known.pacticipant(consumer).name(), known.pacticipant(provider).name());
        return Answers.noContent();
    }

    private Hal document(Integration integration) {
        var urls = base.urls();
        var consumer = integration.consumer();
        var provider = integration.provider();
        return new Hal()
                .put("consumer", new Hal().put("name", consumer).json())
                .put("provider", new Hal().put("name", provider).json())
                .put("verificationStatus", integration.result().name().toLowerCase(Locale.ROOT))
                .link(
                        "self",
                        Link.to(urls.at("/integrations/provider/%s/consumer/%s", provider, consumer))
                                .title("Integration between %s and %s".formatted(consumer, provider)))
                .link(
                        "pb:matrix",
                        Link.to(urls.at("/matrix/provider/%s/consumer/%s", provider, consumer))
                                .title("Matrix of %s and %s".formatted(consumer, provider)));
    }
}
