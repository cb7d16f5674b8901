package dev.covenant.registry.api;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import tools.jackson.databind.node.JsonNodeFactory;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.Pacts;

/** The latest contract of each pair. */
@Path("pacts/latest")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class LatestPactsResource {
    private final Pacts pacts;
    private final BaseUrl base;

    @Inject
    public LatestPactsResource(Pacts pacts, BaseUrl base) {
        this.pacts = pacts;
        this.base = base;
    }

    @GET
    public Response latest() {
        var list = JsonNodeFactory.instance.arrayNode();
        pacts.latestOfEachPair().forEach(pact -> list.add(brief(pact).json()));
        return Answers.ok(new Hal().put("pacts", list).self(base.urls().at("/pacts/latest")));
    }

    private Hal brief(Pact pact) {
        var urls = base.urls();
        var version = new Hal().put("number", pact.version()).self(urls.version(pact.consumer(), pact.version()));
        return new Hal()
                .put("createdAt", pact.createdAt())
                .embed(
                        "consumer",
                        new Hal()
                                .put("name", pact.consumer())
                                .embed("version", version)
                                .self(urls.pacticipant(pact.consumer())))
                .embed("provider", new Hal().put("name", pact.provider()).self(urls.pacticipant(pact.provider())))
                .links(
                        "self",
                        List.of(
                                Link.to(urls.pair(pact.consumer(), pact.provider()) + "/latest"),
                                Link.to(urls.pact(pact))));
    }
}
