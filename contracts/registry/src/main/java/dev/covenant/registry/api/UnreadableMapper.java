package dev.covenant.registry.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import tools.jackson.core.JacksonException;

/** A body that is not JSON: says where, and repeats nothing of it. */
@Provider
public class UnreadableMapper implements ExceptionMapper<JacksonException> {
    @Override
    public Response toResponse(JacksonException exception) {
        var at = exception.getLocation();
        var place = at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
        return Refused.error(400, "The body must be well-formed JSON, nested at most 50 deep" + place)
                .response();
    }
}
