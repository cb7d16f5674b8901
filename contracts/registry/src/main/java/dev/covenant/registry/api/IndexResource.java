package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.hal.Hal;

/** Where clients begin. */
@Path("/")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class IndexResource {
    private final BaseUrl base;

    @Inject
    public IndexResource(BaseUrl base) {
        this.base = base;
    }

    @GET
    public Response index() {
        return Answers.ok(IndexDocument.of(base.urls()));
    }
}
