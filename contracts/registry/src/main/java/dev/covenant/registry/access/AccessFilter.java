package dev.covenant.registry.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Denies by default: whatever resource there is, annotated or not, a request without credentials that suffice ends here. The answer to
 * no credentials and to wrong ones is the same.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class AccessFilter implements ContainerRequestFilter {
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
    private static final String BASIC = "Basic ";

    /** What browsers say of a request that a page of another server makes them send, with the password that they remember for this one. */
    private static final List<String> OF_OTHERS = List.of("cross-site", "same-site");

    private final Users users;
    private final boolean publicRead;

    @Context
    private ResourceInfo resource;

    /** RESTEasy wants one public constructor without parameters, and then lets CDI use the other. */
    public AccessFilter() {
        this(null, false);
    }

    @Inject
    AccessFilter(Users users, @ConfigProperty(name = "registry.public-read") boolean publicRead) {
        this.users = users;
        this.publicRead = publicRead;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var needed = needed(request.getMethod());
        if (publicRead && needed == Level.READ) {
            return;
        }
        var level = level(request);
        if (level.isEmpty()) {
            request.abortWith(Response.status(Response.Status.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Restricted area\"")
                    .build());
        } else if (!level.get().includes(needed) || isForged(request)) {
            request.abortWith(Response.status(Response.Status.FORBIDDEN).build());
        }
    }

    private static boolean isForged(ContainerRequestContext request) {
        var from = request.getHeaderString("Sec-Fetch-Site");
        return from != null && OF_OTHERS.contains(from) && !READING.contains(request.getMethod());
    }

    private Level needed(String method) {
        return Stream.of(resource.getResourceMethod(), resource.getResourceClass())
                .map(element -> element.getAnnotation(Needs.class))
                .filter(needs -> needs != null)
                .map(Needs::value)
                .findFirst()
                .orElse(READING.contains(method) ? Level.READ : Level.WRITE);
    }

    private Optional<Level> level(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token) {
            return Stream.of(Level.ADMIN, Level.WRITE, Level.READ)
                    .filter(level ->
                            token.getGroups() != null && token.getGroups().contains(level.group()))
                    .findFirst();
        }
        var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? basic(header.substring(BASIC.length()).strip())
                : Optional.empty();
    }

    private Optional<Level> basic(String encoded) {
        try {
            var credentials = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return credentials.length == 2 ? users.level(credentials[0], credentials[1]) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
