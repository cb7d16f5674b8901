package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.access.Level;
import dev.covenant.registry.access.Needs;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.pacticipant.Pacticipants;
import dev.covenant.registry.version.Branches;
import dev.covenant.registry.version.Tags;
import dev.covenant.registry.version.Versions;

/** The versions of a pacticipant. Saying something about one that is not there makes it. */
@Path("pacticipants/{name}/versions")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class VersionsResource {
    private static final int LARGEST_PAGE = 1_000;

    private final Pacticipants pacticipants;
    private final Versions versions;
    private final Branches branches;
    private final Tags tags;
    private final Known known;
    private final VersionDocuments documents;
    private final BaseUrl base;

    @Inject
    public VersionsResource(
            Pacticipants pacticipants,
            Versions versions,
            Branches branches,
            Tags tags,
            Known known,
            VersionDocuments documents,
            BaseUrl base) {
        this.pacticipants = pacticipants;
        this.versions = versions;
        this.branches = branches;
        this.tags = tags;
        this.known = known;
        this.documents = documents;
        this.base = base;
    }

    /** The latest first, a page of them. */
    @GET
    public Response list(
            @PathParam("name") String name,
            @QueryParam("pageNumber") @DefaultValue("1") int page,
            @QueryParam("pageSize") @DefaultValue("100") int size) {
        if (page < 1 || size < 1 || size > LARGEST_PAGE) {
            throw Refused.invalid(
                    "pageSize", "must be from 1 to %d, and pageNumber at least 1".formatted(LARGEST_PAGE));
        }
        var pacticipant = known.pacticipant(name);
        var all = versions.of(pacticipant, size, (page - 1L) * size);
        var self = base.urls().pacticipant(name) + "/versions";
        return Answers.ok(new Hal()
                .embed(
                        "versions",
                        all.stream().map(version -> documents.brief(version)).toList())
                .link("self", Link.to(self).title("All application versions of " + name))
                .links(
                        "pb:versions",
                        all.stream()
                                .map(version -> Link.to(base.urls().version(version))
                                        .title("Application version")
                                        .name(version.number()))
                                .toList()));
    }

    @GET
    @Path("{version}")
    public Response get(@PathParam("name") String name, @PathParam("version") String number) {
        var version = known.version(name, number);
        return Answers.ok(documents.of(version, base.urls().version(version)));
    }

    @PATCH
    @Path("{version}")
    @Transactional
    public Response change(@PathParam("name") String name, @PathParam("version") String number, JsonNode body) {
        return put(name, number, body);
    }

    @PUT
    @Path("{version}")
    @Transactional
    public Response put(@PathParam("name") String name, @PathParam("version") String number, JsonNode body) {
        var given = new Given(body);
        var buildUrl = given.url("buildUrl");
        var branch = given.optionalName("branch");
        var tagged = given.names("tags");
        given.require();
        var ensured =
                versions.ensure(pacticipants.ensure(Given.name("name", name)), Given.name("version", number), buildUrl);
        var version = ensured.version();
        if (branch != null) {
            branches.add(version, branch);
        }
        tags.addAll(version, tagged);
        var self = base.urls().version(version);
        return Answers.put(ensured.made(), documents.of(version, self), self);
    }

    @DELETE
    @Path("{version}")
    @Needs(Level.ADMIN)
    public Response delete(@PathParam("name") String name, @PathParam("version") String number) {
        versions.delete(known.version(name, number));
        return Answers.noContent();
    }
}
