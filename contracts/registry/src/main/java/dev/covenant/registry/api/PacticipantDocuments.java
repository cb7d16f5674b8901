package dev.covenant.registry.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import tools.jackson.databind.node.JsonNodeFactory;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.hal.Urls;
import dev.covenant.registry.pacticipant.Label;
import dev.covenant.registry.pacticipant.Pacticipant;
import dev.covenant.registry.version.Version;

/** Pacticipants as documents. */
record PacticipantDocuments(Urls urls) {

    Hal of(Pacticipant pacticipant, List<Label> labels, Optional<Version> latest) {
        var name = pacticipant.name();
        var self = urls.pacticipant(name);
        var document = new Hal()
                .put("name", name)
                .put("displayName", pacticipant.title())
                .put("repositoryUrl", pacticipant.repositoryUrl())
                .put("mainBranch", pacticipant.mainBranch())
                .put("updatedAt", pacticipant.updatedAt())
                .put("createdAt", pacticipant.createdAt());
        latest.ifPresent(version -> document.embed("latestVersion", brief(version)));
        document.embed(
                "labels",
                labels.stream().map(label -> brief(pacticipant, label)).toList());
        // The older spelling, which the Ruby clients read.
        latest.ifPresent(version -> document.embed("latest-version", brief(version)));
        return document.self(self)
                .link("pb:versions", Link.to(self + "/versions"))
                .link("pb:branches", Link.to(self + "/branches"))
                .link(
                        "pb:version",
                        Link.template(self + "/versions/{version}").title("Get, create or delete a version"))
                .link(
                        "pb:version-tag",
                        Link.template(self + "/versions/{version}/tags/{tag}")
                                .title("Get, create or delete a tag for a version of " + name))
                .link(
                        "pb:branch-version",
                        Link.template(self + "/branches/{branch}/versions/{version}")
                                .title("Get or add/create a version for a branch of " + name))
                .link(
                        "pb:label",
                        Link.template(self + "/labels/{label}").title("Get, create or delete a label for " + name))
                .link("versions", Link.to(self + "/versions").title("Older name of pb:versions"))
                .curies(urls, "pacticipant", "pb");
    }

    /** Both as what is embedded and, as older clients read it, as a field. */
    Hal list(List<Pacticipant> pacticipants, Map<Long, List<Label>> labels, Map<Long, Version> latest) {
        Function<Pacticipant, Hal> document = pacticipant -> of(
                pacticipant,
                labels.getOrDefault(pacticipant.id(), List.of()),
                Optional.ofNullable(latest.get(pacticipant.id())));
        var documents = pacticipants.stream().map(document).toList();
        var older = JsonNodeFactory.instance.arrayNode();
        documents.forEach(each -> older.add(each.json()));
        return new Hal()
                .put("pacticipants", older)
                .embed("pacticipants", documents)
                .self(urls.at("/pacticipants"))
                .link(
                        "pb:pacticipants-with-label",
                        Link.template(urls.at("/pacticipants/label/{label}")).title("Find pacticipants by label"))
                .links("pb:pacticipants", links(pacticipants, "Pacticipant"))
                .links("pacticipants", links(pacticipants, null));
    }

    private List<Link> links(List<Pacticipant> pacticipants, String title) {
        return pacticipants.stream()
                .map(pacticipant -> Link.to(urls.pacticipant(pacticipant.name()))
                        .title(title == null ? pacticipant.name() : title)
                        .name(pacticipant.name()))
                .toList();
    }

    private Hal brief(Version version) {
        return new Hal()
                .put("number", version.number())
                .link("self", Link.to(urls.version(version)).title("Version").name(version.number()));
    }

    private Hal brief(Pacticipant pacticipant, Label label) {
        return new Hal()
                .put("name", label.name())
                .link(
                        "self",
                        Link.to(urls.label(pacticipant.name(), label.name()))
                                .title("Label")
                                .name(label.name()));
    }
}
