package dev.covenant.registry.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Errors as RFC 9457 has them, for clients that accept {@code application/problem+json} beside the type of the answer; all others get
 * them as the Broker tells them.
 */
@Provider
public class ProblemDetails implements ContainerResponseFilter {
    private static final MediaType TYPE = new MediaType("application", "problem+json");
    private static final int FIRST_ERROR = 400;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= FIRST_ERROR
                && response.getEntity() instanceof ObjectNode error
                && request.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> type.toString().startsWith(TYPE.toString()))) {
            response.setEntity(problem(response.getStatus(), error), null, TYPE);
        }
    }

    private static ObjectNode problem(int status, ObjectNode error) {
        var problem = JsonNodeFactory.instance.objectNode().put("status", status);
        var known = Status.fromStatusCode(status);
        problem.put("title", known == null ? "Unprocessable Content" : known.getReasonPhrase());
        var text = error.path("error").isObject() ? error.at("/error/message") : error.path("error");
        if (text.isString()) {
            problem.set("detail", text);
        }
        if (error.at("/error/reference").isString()) {
            problem.set("instance", error.at("/error/reference"));
        }
        var errors = error.path("errors");
        if (!errors.isMissingNode()) {
            var list = problem.put("detail", "The request breaks the rules that errors names.")
                    .putArray("errors");
            errors.values().stream().filter(JsonNode::isString).forEach(rule -> list.addObject()
                    .set("rule", rule));
            errors.properties().forEach(field -> field.getValue()
                    .forEach(rule ->
                            list.addObject().put("field", field.getKey()).set("rule", rule)));
        }
        return problem;
    }
}
