package dev.covenant.registry.api;

import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets few large bodies in at once, before any of them is read. Others wait for a place, and are told to come again when that takes too
 * long. After access: who may not write takes no place.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class LargeBodyFilter implements ContainerRequestFilter {
    private static final int LARGE_BYTES = 512 * 1024;
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final LargeBody body;

    /** RESTEasy wants one public constructor without parameters, and then lets CDI use the other. */
    public LargeBodyFilter() {
        this(null);
    }

    @Inject
    LargeBodyFilter(LargeBody body) {
        this.body = body;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (mayBeLarge(request) && !body.takePlace()) {
            var refused = Refused.error(503, "Too many large bodies are sent at once; send this one again later.");
            request.abortWith(Response.fromResponse(refused.response())
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build());
        }
    }

    /** Also when its length is not announced. */
    private static boolean mayBeLarge(ContainerRequestContext request) {
        var length = request.getLength();
        return length > LARGE_BYTES || length < 0 && WITH_BODY.contains(request.getMethod());
    }
}
