package dev.covenant.registry.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers with the error that the edge found. */
@Provider
public class RefusedMapper implements ExceptionMapper<Refused> {
    @Override
    public Response toResponse(Refused refused) {
        return refused.response();
    }
}
