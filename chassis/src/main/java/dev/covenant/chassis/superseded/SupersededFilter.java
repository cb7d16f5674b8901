package dev.covenant.chassis.superseded;

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

/** Tells whoever still uses what is superseded: since when, until when, where its successor is. Errors carry it, too, but for refusals, which are all alike. */
@Provider
@ApplicationScoped
@Superseded("whatever is called")
public class SupersededFilter implements ContainerResponseFilter {
    /** Who was not let in is nobody's consumer. */
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403);

    private final SupersededUse use;
    private final Announcements announcements;
    private final Caller caller;

    @Context
    private ResourceInfo resource;

    /** RESTEasy wants one public constructor without parameters, and then lets CDI use the other. */
    public SupersededFilter() {
        this(null, null, null);
    }

    @Inject
    SupersededFilter(SupersededUse use, Announcements announcements, Caller caller) {
        this.use = use;
        this.announcements = announcements;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (NOT_LET_IN.contains(response.getStatus())) {
            return;
        }
        SupersededOperation.of(resource.getResourceClass(), resource.getResourceMethod(), request.getMethod())
                .ifPresent(operation -> {
                    announcements
                            .of(operation.dates())
                            .put(
                                    response.getHeaders(),
                                    request.getUriInfo().getRequestUri().getRawPath());
                    use.count(operation.name(), caller.subject());
                });
    }
}
