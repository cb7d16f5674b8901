package dev.covenant.registry.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** No name is empty, and none holds a control character, which no client means and PostgreSQL could not keep. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 200)
public class PathRules implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        if (uri.getRawPath().contains("//")) {
            request.abortWith(Refused.error(404, "Empty path component found").response());
        } else if (holdsControlCharacter(uri.getPath()) || holdsControlCharacter(uri.getQuery())) {
            request.abortWith(Refused.error(422, "Control characters are not allowed in a URL")
                    .response());
        } else if (request.hasEntity() && request.getMediaType() == null) {
            // Some clients send an empty object without saying what it is.
            request.getHeaders().putSingle("Content-Type", MediaType.APPLICATION_JSON);
        }
    }

    private static boolean holdsControlCharacter(String text) {
        return text != null && text.chars().anyMatch(Character::isISOControl);
    }
}
