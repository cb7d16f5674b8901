package dev.covenant.chassis.problem;

import java.util.UUID;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import dev.covenant.chassis.database.DatabaseAway;

/** The last net: a fault is logged under a reference, and the caller gets that reference and nothing of the inside. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

    @Override
    public Response toResponse(Throwable fault) {
        return unexpected(fault);
    }

    static Response unexpected(Throwable fault) {
        var reference = UUID.randomUUID();
        if (DatabaseAway.isCauseOf(fault)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The database cannot be used now, reference " + reference + ": " + DatabaseAway.inWords(fault));
            return Problem.of(503, "temporarily-unavailable", "Temporarily unavailable")
                    .detail(
                            "The service cannot reach its data at the moment; it may or may not have done what was asked. Send the same request again shortly.")
                    .with("reference", reference)
                    .responding()
                    .header(HttpHeaders.RETRY_AFTER, 2)
                    .build();
        }
        LOG.log(System.Logger.Level.ERROR, "Unexpected fault, reference " + reference, fault);
        return Problem.of(500, "unexpected", "Unexpected fault")
                .detail("The service failed to handle this request. The reference finds the cause in its log.")
                .with("reference", reference)
                .response();
    }
}
