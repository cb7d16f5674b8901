package dev.covenant.registry.api;

import java.util.List;

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
import dev.covenant.registry.version.Branch;
import dev.covenant.registry.version.Branches;
import dev.covenant.registry.version.Version;
import dev.covenant.registry.version.Versions;

/** The branches of a pacticipant, and the versions on them. */
@Path("pacticipants/{name}/branches")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
@Consumes(MediaType.APPLICATION_JSON)
public class BranchesResource {
    private final Pacticipants pacticipants;
    private final Versions versions;
    private final Branches branches;
    private final Known known;
    private final VersionDocuments documents;
    private final BaseUrl base;

    @Inject
    public BranchesResource(
            Pacticipants pacticipants,
            Versions versions,
            Branches branches,
            Known known,
            VersionDocuments documents,
            BaseUrl base) {
        this.pacticipants = pacticipants;
        this.versions = versions;
        this.branches = branches;
        this.known = known;
        this.documents = documents;
        this.base = base;
    }

    @GET
    public Response list(@PathParam("name") String name) {
        var all = branches.of(known.pacticipant(name));
        return Answers.ok(new Hal()
                .embed("branches", all.stream().map(this::document).toList())
                .link(
                        "self",
                        Link.to(base.urls().pacticipant(name) + "/branches").title("Branches of " + name)));
    }

    @GET
    @Path("{branch}")
    public Response get(@PathParam("name") String name, @PathParam("branch") String branch) {
        return Answers.ok(document(find(name, branch)));
    }

    /** Its versions stay. */
    @DELETE
    @Path("{branch}")
    public Response delete(@PathParam("name") String name, @PathParam("branch") String branch) {
        branches.delete(find(name, branch));
        return Answers.noContent();
    }

    @GET
    @Path("{branch}/latest-version")
    public Response latest(@PathParam("name") String name, @PathParam("branch") String branch) {
        var head = versions.latestOfBranch(known.pacticipant(name), branch).orElseThrow(Refused::notFound);
        return Answers.ok(documents.of(head, base.urls().branch(name, branch) + "/latest-version"));
    }

    @GET
    @Path("{branch}/versions/{version}")
    public Response membership(
            @PathParam("name") String name, @PathParam("branch") String branch, @PathParam("version") String number) {
        return Answers.ok(document(known.version(name, number), branch));
    }

    /** A version that is not there yet is made. */
    @PUT
    @Path("{branch}/versions/{version}")
    @Transactional
    public Response add(
            @PathParam("name") String name,
            @PathParam("branch") String branch,
            @PathParam("version") String number,
            JsonNode body) {
        var given = new Given(body);
        var buildUrl = given.url("buildUrl");
        given.require();
        var version = versions.ensure(
                        pacticipants.ensure(Given.name("name", name)), Given.name("version", number), buildUrl)
                .version();
        var added = branches.add(version, Given.name("branch", branch));
        return Answers.put(added, document(version, branch), base.urls().branchVersion(name, branch, number));
    }

    @DELETE
    @Path("{branch}/versions/{version}")
    public Response remove(
            @PathParam("name") String name, @PathParam("branch") String branch, @PathParam("version") String number) {
        if (!branches.remove(known.version(name, number), branch)) {
            throw Refused.notFound();
        }
        return Answers.noContent();
    }

    private Branch find(String name, String branch) {
        return branches.find(name, branch).orElseThrow(Refused::notFound);
    }

    private Hal document(Branch branch) {
        var self = base.urls().branch(branch.pacticipant(), branch.name());
        return new Hal()
                .put("name", branch.name())
                .put("createdAt", branch.createdAt())
                .link("self", Link.to(self).title("Branch").name(branch.name()))
                .link("pb:latest-version", Link.to(self + "/latest-version").title("Latest version of the branch"));
    }

    private Hal document(Version version, String branch) {
        var membership = branches.ofVersions(List.of(version)).stream()
                .filter(each -> each.branch().equals(branch))
                .findFirst()
                .orElseThrow(Refused::notFound);
        var urls = base.urls();
        return new Hal()
                .put("createdAt", membership.createdAt())
                .link(
                        "self",
                        Link.to(urls.branchVersion(version.pacticipant(), branch, version.number()))
                                .title("Branch version"))
                .link(
                        "pb:branch",
                        Link.to(urls.branch(version.pacticipant(), branch))
                                .title("Branch")
                                .name(branch))
                .link(
                        "pb:version",
                        Link.to(urls.version(version)).title("Version").name(version.number()));
    }
}
