package dev.covenant.registry.api;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import dev.covenant.registry.environment.Environment;
import dev.covenant.registry.environment.Environments;
import dev.covenant.registry.environment.Presence.Kind;
import dev.covenant.registry.environment.Presences;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.pact.Pacts;
import dev.covenant.registry.version.BranchVersion;
import dev.covenant.registry.version.Branches;
import dev.covenant.registry.version.Tag;
import dev.covenant.registry.version.Tags;
import dev.covenant.registry.version.Version;

/** Versions as documents. */
@RequestScoped
class VersionDocuments {
    private final Branches branches;
    private final Tags tags;
    private final Pacts pacts;
    private final Environments environments;
    private final Presences presences;
    private final BaseUrl base;

    @Inject
    VersionDocuments(
            Branches branches, Tags tags, Pacts pacts, Environments environments, Presences presences, BaseUrl base) {
        this.branches = branches;
        this.tags = tags;
        this.pacts = pacts;
        this.environments = environments;
        this.presences = presences;
        this.base = base;
    }

    /**
     * All that is known about a version.
     *
     * @param self by which address it was found
     */
    Hal of(Version version, String self) {
        var urls = base.urls();
        var only = List.of(version);
        var all = environments.all();
        return new Hal()
                .put("number", version.number())
                .put("buildUrl", version.buildUrl())
                .put("createdAt", version.createdAt())
                .embed(
                        "branchVersions",
                        branches.ofVersions(only).stream()
                                .map(each -> brief(version, each))
                                .toList())
                .embed(
                        "tags",
                        tags.ofVersions(only).stream()
                                .map(tag -> brief(version, tag))
                                .toList())
                .link("self", Link.to(self).title("Version").name(version.number()))
                .link(
                        "pb:pacticipant",
                        Link.to(urls.pacticipant(version.pacticipant()))
                                .title("Pacticipant")
                                .name(version.pacticipant()))
                .link(
                        "pb:tag",
                        Link.template(urls.version(version) + "/tags/{tag}")
                                .title("Get, create or delete a tag for this pacticipant version"))
                .links(
                        "pb:pact-versions",
                        pacts.of(version).stream()
                                .map(pact ->
                                        Link.to(urls.pact(pact)).title("Pact").name(pact.title()))
                                .toList())
                .links("pb:deployed-environments", environments(version, all, Kind.DEPLOYED, "Version deployed to %s"))
                .links("pb:released-environments", environments(version, all, Kind.RELEASED, "Version released to %s"))
                .links("pb:record-deployment", record(version, all, Kind.DEPLOYED, "Record deployment to %s"))
                .links("pb:record-release", record(version, all, Kind.RELEASED, "Record release to %s"))
                .curies(urls, "version", "pb");
    }

    private List<Link> environments(Version version, List<Environment> all, Kind kind, String title) {
        var byId = all.stream().collect(Collectors.toMap(Environment::id, Environment::title));
        return presences.current(kind, List.of(version)).stream()
                .map(presence -> Link.to(base.urls().presence(presence))
                        .title(title.formatted(byId.get(presence.environmentId())))
                        .name(byId.get(presence.environmentId())))
                .toList();
    }

    /** Clients look for the one of the environment's name. */
    private List<Link> record(Version version, List<Environment> all, Kind kind, String title) {
        return all.stream()
                .map(environment -> Link.to(base.urls().inEnvironment(version, kind, environment))
                        .title(title.formatted(environment.title()))
                        .name(environment.name()))
                .toList();
    }

    Hal brief(Version version) {
        return new Hal()
                .put("number", version.number())
                .put("buildUrl", version.buildUrl())
                .put("createdAt", version.createdAt())
                .link(
                        "self",
                        Link.to(base.urls().version(version)).title("Version").name(version.number()));
    }

    private Hal brief(Version version, BranchVersion membership) {
        return new Hal()
                .put("name", membership.branch())
                .put("latest", membership.latest())
                .link(
                        "self",
                        Link.to(base.urls().branchVersion(version.pacticipant(), membership.branch(), version.number()))
                                .title("Branch version")
                                .name(membership.branch()));
    }

    private Hal brief(Version version, Tag tag) {
        return new Hal()
                .put("name", tag.name())
                .link(
                        "self",
                        Link.to(base.urls().tag(version, tag.name()))
                                .title("Tag")
                                .name(tag.name()));
    }
}
