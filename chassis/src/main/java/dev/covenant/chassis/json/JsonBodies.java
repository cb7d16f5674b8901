package dev.covenant.chassis.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

import tools.jackson.jakarta.rs.json.JacksonJsonProvider;

/** Bodies of requests and responses go through {@link Json#strict()}. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@Produces({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonBodies extends JacksonJsonProvider {
    public JsonBodies() {
        super(Json.strict());
    }
}
