package dev.covenant.registry.api.page;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** How the pages look. */
@Path("registry.css")
@ApplicationScoped
@Produces("text/css;charset=utf-8")
public class StylesheetResource {
    private final byte[] stylesheet = read();

    @GET
    public byte[] get() {
        return stylesheet;
    }

    private static byte[] read() {
        try (var in = StylesheetResource.class.getResourceAsStream("/page/registry.css")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
