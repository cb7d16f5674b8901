package dev.covenant.chassis.limits;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that is larger than {@code covenant.body.limit-bytes} (64 KiB), announced or not. */
@Provider
@ApplicationScoped
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class BodyLimitFilter implements ContainerRequestFilter {
    private final long limit;

    /** RESTEasy wants one public constructor without parameters, and then lets CDI use the other. */
    public BodyLimitFilter() {
        this(0);
    }

    @Inject
    BodyLimitFilter(@ConfigProperty(name = "covenant.body.limit-bytes", defaultValue = "65536") long limit) {
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > limit) {
            request.abortWith(LimitedStream.tooLarge(limit).response());
        } else if (request.getLength() < 0 && request.hasEntity()) {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), limit));
        }
    }
}
