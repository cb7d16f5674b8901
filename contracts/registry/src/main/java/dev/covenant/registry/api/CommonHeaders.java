package dev.covenant.registry.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Nothing that a registry says is good for longer than it is read. */
@Provider
public class CommonHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.VARY, "Accept");
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        headers.putSingle("X-Content-Type-Options", "nosniff");
    }
}
