package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.pacticipant.Pacticipants;
import dev.covenant.registry.version.Tags;
import dev.covenant.registry.version.Version;
import dev.covenant.registry.version.Versions;

/** The tags of a version. Tagging one that is not there makes it. */
@Path("pacticipants/{name}/versions/{version}/tags/{tag}")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
@Consumes(MediaType.APPLICATION_JSON)
public class TagsResource {
    private final Pacticipants pacticipants;
    private final Versions versions;
    private final Tags tags;
    private final Known known;
    private final BaseUrl base;

    @Inject
    public TagsResource(Pacticipants pacticipants, Versions versions, Tags tags, Known known, BaseUrl base) {
        this.pacticipants = pacticipants;
        this.versions = versions;
        this.tags = tags;
        this.known = known;
        this.base = base;
    }

    @GET
    public Response get(
            @PathParam("name") String name, @PathParam("version") String number, @PathParam("tag") String tag) {
        return Answers.ok(document(known.version(name, number), tag));
    }

    @PUT
    @Transactional
    public Response put(
            @PathParam("name") String name,
            @PathParam("version") String number,
            @PathParam("tag") String tag,
            JsonNode ignored) {
        var version = versions.ensure(
                        pacticipants.ensure(Given.name("name", name)), Given.name("version", number), null)
                .version();
        var added = tags.add(version, Given.name("tag", tag));
        return Answers.put(added, document(version, tag), base.urls().tag(version, tag));
    }

    @DELETE
    public Response delete(
            @PathParam("name") String name, @PathParam("version") String number, @PathParam("tag") String tag) {
        if (!tags.remove(known.version(name, number), tag)) {
            throw Refused.notFound();
        }
        return Answers.noContent();
    }

    private Hal document(Version version, String name) {
        var tag = tags.find(version, name).orElseThrow(Refused::notFound);
        var urls = base.urls();
        return new Hal()
                .put("name", name)
                .put("createdAt", tag.createdAt())
                .link("self", Link.to(urls.tag(version, name)).title("Tag").name(name))
                .link("version", Link.to(urls.version(version)).title("Version").name(version.number()))
                .link(
                        "pacticipant",
                        Link.to(urls.pacticipant(version.pacticipant()))
                                .title("Pacticipant")
                                .name(version.pacticipant()));
    }
}
