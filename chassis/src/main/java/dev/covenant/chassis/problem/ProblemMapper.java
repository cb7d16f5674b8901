package dev.covenant.chassis.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers with the problem that the edge found; of one that passes by itself, with when to come back. */
@Provider
public class ProblemMapper implements ExceptionMapper<ProblemException> {
    private static final int SOON_SECONDS = 1;

    @Override
    public Response toResponse(ProblemException exception) {
        var problem = exception.problem();
        return problem.status() == 503
                ? problem.responding()
                        .header(HttpHeaders.RETRY_AFTER, SOON_SECONDS)
                        .build()
                : problem.response();
    }
}
