package dev.covenant.registry.api;

import java.util.UUID;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import tools.jackson.databind.node.JsonNodeFactory;

import dev.covenant.chassis.database.DatabaseAway;

/** The last net: a fault is logged under a reference, and the caller gets that reference and nothing of the inside. */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(FaultMapper.class.getName());

    @Override
    public Response toResponse(Throwable fault) {
        return fault(fault);
    }

    static Response fault(Throwable fault) {
        var reference = UUID.randomUUID().toString();
        if (DatabaseAway.isCauseOf(fault)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The database cannot be used now, reference " + reference + ": " + DatabaseAway.inWords(fault));
            return Response.fromResponse(answer(503, "The registry cannot reach its data at the moment.", reference))
                    .header(HttpHeaders.RETRY_AFTER, 2)
                    .build();
        }
        LOG.log(System.Logger.Level.ERROR, "Unexpected fault, reference " + reference, fault);
        return answer(500, "The registry failed to handle this request. Its log tells why.", reference);
    }

    private static Response answer(int status, String message, String reference) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("message", message).put("reference", reference);
        return Refused.with(status, body).response();
    }
}
