package dev.covenant.registry.api;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.version.Version;
import dev.covenant.registry.version.Versions;

/** The latest version of a pacticipant. */
@Path("pacticipants/{name}/latest-version")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class LatestVersionResource {
    private final Versions versions;
    private final Known known;
    private final VersionDocuments documents;
    private final BaseUrl base;

    @Inject
    public LatestVersionResource(Versions versions, Known known, VersionDocuments documents, BaseUrl base) {
        this.versions = versions;
        this.known = known;
        this.documents = documents;
        this.base = base;
    }

    @GET
    public Response latest(@PathParam("name") String name) {
        return answer(versions.latest(known.pacticipant(name)), base.urls().pacticipant(name) + "/latest-version");
    }

    @GET
    @Path("{tag}")
    public Response latestTagged(@PathParam("name") String name, @PathParam("tag") String tag) {
        return answer(
                versions.latestTagged(known.pacticipant(name), tag),
                base.urls().at("/pacticipants/%s/latest-version/%s", name, tag));
    }

    private Response answer(Optional<Version> version, String self) {
        return Answers.ok(documents.of(version.orElseThrow(Refused::notFound), self));
    }
}
