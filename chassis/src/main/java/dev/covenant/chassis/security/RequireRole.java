package dev.covenant.chassis.security;

import java.util.Arrays;
import java.util.Collections;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.jwt.JsonWebToken;

import dev.covenant.chassis.problem.Problem;

/**
 * Denies by default: a caller gets to a resource method only when the method itself names one of his roles ({@code @RolesAllowed}),
 * so to one that names none nobody gets. Here and not left to the server, which lets everybody through to a method without
 * annotations. The answer does not say which role it takes.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public class RequireRole implements ContainerRequestFilter {
    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var allowed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        if (allowed == null || !hasOneOf(allowed.value(), request.getSecurityContext())) {
            request.abortWith(Problem.of(403, "forbidden", "Forbidden")
                    .detail("The token is good, but not for this.")
                    .response());
        }
    }

    private static boolean hasOneOf(String[] roles, SecurityContext security) {
        return security.getUserPrincipal() instanceof JsonWebToken token
                && token.getGroups() != null
                && !Collections.disjoint(token.getGroups(), Arrays.asList(roles));
    }
}
