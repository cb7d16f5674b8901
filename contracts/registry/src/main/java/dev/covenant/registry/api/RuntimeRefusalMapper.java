package dev.covenant.registry.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import tools.jackson.core.JacksonException;

/** What the REST runtime itself refuses: 404 says so, other methods and media types have no body, as with the Broker. */
@Provider
public class RuntimeRefusalMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException exception) {
        var refused = exception.getResponse();
        if (exception.getCause() instanceof Refused found) {
            return found.response();
        }
        if (exception.getCause() instanceof JacksonException unreadable) {
            return new UnreadableMapper().toResponse(unreadable);
        }
        return switch (refused.getStatusInfo().getFamily()) {
            case CLIENT_ERROR ->
                refused.getStatus() == 404
                        ? Refused.notFound().response()
                        : Response.status(refused.getStatus())
                                .replaceAll(refused.getHeaders())
                                .type((String) null)
                                .build();
            case SERVER_ERROR -> FaultMapper.fault(exception);
            default -> refused;
        };
    }
}
