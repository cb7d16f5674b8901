package dev.covenant.inventory.api;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

import dev.covenant.chassis.security.Caller;
import dev.covenant.inventory.superseded.SupersededUse;

/** Tells whoever still uses what is superseded: since when, until when, where its successor is. Errors carry it, too, but for refusals, which are all alike. */
@Provider
@ApplicationScoped
@Superseded
public class SupersededFilter implements ContainerResponseFilter {
    /** Who was not let in is nobody's consumer. */
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403);

    private final SupersededUse use;
    private final Retirement retirement;
    private final Caller caller;

    @Context
    private ResourceInfo resource;

    /** RESTEasy wants one public constructor without parameters, and then lets CDI use the other. */
    public SupersededFilter() {
        this(null, null, null);
    }

    @Inject
    SupersededFilter(SupersededUse use, Retirement retirement, Caller caller) {
        this.use = use;
        this.retirement = retirement;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (NOT_LET_IN.contains(response.getStatus())) {
            return;
        }
        retirement.announce(
                response.getHeaders(), request.getUriInfo().getRequestUri().getRawPath());
        use.count(
                SupersededOperations.name(
                        request.getMethod(), resource.getResourceClass(), resource.getResourceMethod()),
                caller.subject());
    }
}
