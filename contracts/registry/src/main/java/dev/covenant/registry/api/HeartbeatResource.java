package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.hal.Hal;

/** The Broker's sign of life. Whether the registry is ready is told by /health/ready. */
@Path("diagnostic/status/heartbeat")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class HeartbeatResource {
    private final BaseUrl base;

    @Inject
    public HeartbeatResource(BaseUrl base) {
        this.base = base;
    }

    @GET
    public Response heartbeat() {
        return Answers.ok(new Hal().put("ok", true).self(base.urls().at("/diagnostic/status/heartbeat")));
    }
}
