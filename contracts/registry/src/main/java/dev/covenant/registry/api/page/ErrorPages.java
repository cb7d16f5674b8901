package dev.covenant.registry.api.page;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

import tools.jackson.databind.JsonNode;

/** What went wrong, as a page, for who reads pages. */
@Provider
@ApplicationScoped
public class ErrorPages implements ContainerResponseFilter {
    private static final int FIRST_ERROR = 400;
    private static final List<String> READING = List.of("GET", "HEAD");

    private final Pages pages;

    /** RESTEasy wants one public constructor without parameters, and then lets CDI use the other. */
    public ErrorPages() {
        this(null);
    }

    @Inject
    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < FIRST_ERROR
                || !READING.contains(request.getMethod())
                || !readsPages(request)
                || !pages.haveAddress()
                || MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
            return;
        }
        var page = pages.error(response.getStatus(), reference(response.getEntity()));
        response.setEntity(page.getEntity(), response.getEntityAnnotations(), page.getMediaType());
        page.getHeaders().forEach((name, values) -> response.getHeaders().put(name, List.copyOf(values)));
    }

    /** Clients of the API name other types, or any. */
    private static boolean readsPages(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream()
                .anyMatch(type ->
                        type.getType().equals("text") && type.getSubtype().equals("html"));
    }

    /** Under which the log tells more; empty when it does not. */
    private static String reference(Object entity) {
        return entity instanceof JsonNode json ? json.at("/error/reference").asString("") : "";
    }
}
