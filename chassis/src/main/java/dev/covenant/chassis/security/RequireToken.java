package dev.covenant.chassis.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.jwt.JsonWebToken;

import dev.covenant.chassis.problem.Problem;

/**
 * Whatever is asked for, existing or not: a request without a token that the server accepted ends here. The answer is the same for no
 * token and for every kind of bad one.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class RequireToken implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken) {
            return;
        }
        request.abortWith(Problem.of(401, "unauthorized", "Unauthorized")
                .detail("A valid bearer token for this service is required.")
                .responding()
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build());
    }
}
