package dev.covenant.registry.api;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds out by which address the client came: what an edge forwarded counts more than what this server sees. With {@code
 * registry.base-urls} only those are used: the one of that host, or else the first.
 */
@Provider
@ApplicationScoped
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class BaseUrlFilter implements ContainerRequestFilter {
    private final BaseUrl base;
    private final List<String> configured;

    /** RESTEasy wants one public constructor without parameters, and then lets CDI use the other. */
    public BaseUrlFilter() {
        this(null, Optional.empty());
    }

    @Inject
    BaseUrlFilter(BaseUrl base, @ConfigProperty(name = "registry.base-urls") Optional<String> configured) {
        this.base = base;
        this.configured = configured
                .map(urls -> Arrays.stream(urls.strip().split("[\\s,]+"))
                        .filter(url -> !url.isEmpty())
                        .map(url -> url.replaceFirst("/+$", ""))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var origin = origin(request);
        base.is(
                configured.isEmpty()
                        ? origin
                        : configured.stream()
                                .filter(url -> url.equals(origin) || url.startsWith(origin + "/"))
                                .findFirst()
                                .orElseGet(configured::getFirst));
    }

    private static String origin(ContainerRequestContext request) {
        var seen = request.getUriInfo().getBaseUri();
        var scheme = forwarded(request, "Proto").orElse(seen.getScheme());
        var host = forwarded(request, "Host").orElse(seen.getAuthority());
        var port = forwarded(request, "Port").filter(number -> !host.contains(":") && !isUsual(scheme, number));
        return scheme + "://" + host + port.map(number -> ":" + number).orElse("");
    }

    private static boolean isUsual(String scheme, String port) {
        return port.equals(scheme.equals("https") ? "443" : "80");
    }

    /** What the edge nearest to the client said; nothing that could not stand in an address. */
    private static Optional<String> forwarded(ContainerRequestContext request, String what) {
        return Optional.ofNullable(request.getHeaderString("X-Forwarded-" + what))
                .map(value -> value.split(",", 2)[0].strip())
                .filter(value -> value.matches("[A-Za-z0-9.:\\[\\]-]+"))
                .filter(value -> isAddress("http://" + value));
    }

    private static boolean isAddress(String text) {
        try {
            URI.create(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
