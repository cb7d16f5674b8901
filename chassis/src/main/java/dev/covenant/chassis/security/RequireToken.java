package dev.covenant.chassis.security;

import java.util.Objects;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.jwt.JsonWebToken;

import dev.covenant.chassis.problem.Problem;

/**
 * Whatever is asked for, existing or not: a request without a token that the server accepted ends here. The answer is the same for no
 * token and for every kind of bad one, 401; and 503 for one that may be good, when the server has no keys of the issuer to tell.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class RequireToken implements ContainerRequestFilter {
    private static final String CHALLENGE = "Bearer";
    private static final String SCHEME = CHALLENGE + " ";
    private static final int RETRY_AFTER_SECONDS = 2;

    private final IssuerKeys keys;

    /** RESTEasy wants one public constructor without parameters, and then lets CDI use the other. */
    public RequireToken() {
        this(null);
    }

    @Inject
    RequireToken(IssuerKeys keys) {
        this.keys = keys;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken) {
            return;
        }
        var sent = Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.AUTHORIZATION), "");
        var mayBeGood = sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && keys.mayBeGood(sent.substring(SCHEME.length()).strip());
        request.abortWith(mayBeGood ? notNow() : unauthorized());
    }

    private static Response notNow() {
        return Problem.of(503, "temporarily-unavailable", "Temporarily unavailable")
                .detail(
                        "The issuer of tokens does not answer, so yours cannot be checked. Nothing was done: send the same request again.")
                .responding()
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                // In the place of what the server says by itself: that the token is invalid.
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                .build();
    }

    private static Response unauthorized() {
        return Problem.of(401, "unauthorized", "Unauthorized")
                .detail("A valid bearer token for this service is required.")
                .responding()
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                .build();
    }
}
