package dev.covenant.registry.api;

import java.util.Collection;
import java.util.List;

import dev.covenant.registry.environment.Environment;
import dev.covenant.registry.environment.Presence;
import dev.covenant.registry.environment.Presence.Kind;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.hal.Urls;
import dev.covenant.registry.json.RegistryJson;

/** Environments, and what is in them, as documents. */
record EnvironmentDocuments(Urls urls) {

    Hal of(Environment environment) {
        var self = urls.environment(environment);
        var document = new Hal()
                .put("uuid", environment.uuid().toString())
                .put("name", environment.name())
                .put("displayName", environment.title())
                .put("production", environment.production());
        if (environment.contacts() != null) {
            document.put("contacts", RegistryJson.mapper().readTree(environment.contacts()));
        }
        return document.put("createdAt", environment.createdAt())
                .put(
                        "updatedAt",
                        environment.updatedAt().equals(environment.createdAt()) ? null : environment.updatedAt())
                .link("self", Link.to(self).title("Environment").name(environment.name()))
                .link(
                        "pb:currently-deployed-deployed-versions",
                        Link.to(self + "/deployed-versions/currently-deployed")
                                .title("Versions currently deployed to %s".formatted(environment.title())))
                .link(
                        "pb:currently-deployed-versions",
                        Link.to(self + "/deployed-versions/currently-deployed")
                                .title("Older name of pb:currently-deployed-deployed-versions"))
                .link(
                        "pb:currently-supported-released-versions",
                        Link.to(self + "/released-versions/currently-supported")
                                .title("Versions released and supported in %s".formatted(environment.title())))
                .link("pb:environments", Link.to(urls.at("/environments")).title("Environments"));
    }

    Hal list(List<Environment> environments) {
        return new Hal()
                .embed("environments", environments.stream().map(this::of).toList())
                .link("self", Link.to(urls.at("/environments")).title("Environments"))
                .links(
                        "pb:environments",
                        environments.stream()
                                .map(environment -> Link.to(urls.environment(environment))
                                        .title("Environment")
                                        .name(environment.name()))
                                .toList());
    }

    Hal of(Presence presence, Environment environment) {
        return document(presence, new Hal().embed("environment", of(environment)));
    }

    Hal list(Kind kind, Collection<Presence> presences, String self, String title) {
        var documents = presences.stream()
                .map(presence -> document(presence, new Hal()))
                .toList();
        return new Hal()
                .embed(kind == Kind.DEPLOYED ? "deployedVersions" : "releasedVersions", documents)
                .link("self", Link.to(self).title(title));
    }

    private Hal document(Presence presence, Hal document) {
        document.put("uuid", presence.uuid().toString());
        switch (presence.kind()) {
            case DEPLOYED ->
                document.put("currentlyDeployed", presence.isCurrent())
                        // The older name of the instance.
                        .put("target", presence.applicationInstance())
                        .put("applicationInstance", presence.applicationInstance())
                        .put("undeployedAt", presence.endedAt());
            case RELEASED ->
                document.put("currentlySupported", presence.isCurrent()).put("supportEndedAt", presence.endedAt());
        }
        return document.put("createdAt", presence.createdAt())
                .embed(
                        "pacticipant",
                        new Hal().put("name", presence.pacticipant()).self(urls.pacticipant(presence.pacticipant())))
                .embed(
                        "version",
                        new Hal()
                                .put("number", presence.version())
                                .link(
                                        "self",
                                        Link.to(urls.version(presence.pacticipant(), presence.version()))
                                                .title("Version")
                                                .name(presence.version())))
                .self(urls.presence(presence));
    }
}
