package dev.covenant.chassis.problem;

import java.util.Locale;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the REST runtime itself refuses (no such path, method, media type), as a problem. */
@Provider
public class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException exception) {
        var refused = exception.getResponse();
        if (refused.getStatus() < 400) {
            return refused;
        }
        if (refused.getStatus() >= 500) {
            return UnexpectedMapper.unexpected(exception);
        }
        if (exception.getCause() instanceof ProblemException found) {
            return found.problem().response();
        }
        var reason = refused.getStatusInfo().getReasonPhrase();
        var answer = Problem.of(refused.getStatus(), name(reason), reason).responding();
        refused.getStringHeaders().forEach((header, values) -> {
            if (!header.toLowerCase(Locale.ROOT).startsWith("content-")) {
                values.forEach(value -> answer.header(header, value));
            }
        });
        return answer.build();
    }

    private static String name(String reason) {
        return reason.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
