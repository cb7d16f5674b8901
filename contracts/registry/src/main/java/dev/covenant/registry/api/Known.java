package dev.covenant.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.registry.pacticipant.Pacticipant;
import dev.covenant.registry.pacticipant.Pacticipants;
import dev.covenant.registry.version.Version;
import dev.covenant.registry.version.Versions;

/** What a path names, or 404. */
@ApplicationScoped
class Known {
    private final Pacticipants pacticipants;
    private final Versions versions;

    @Inject
    Known(Pacticipants pacticipants, Versions versions) {
        this.pacticipants = pacticipants;
        this.versions = versions;
    }

    Pacticipant pacticipant(String name) {
        return pacticipants.find(name).orElseThrow(Refused::notFound);
    }

    Version version(String pacticipant, String number) {
        return versions.find(pacticipant, number).orElseThrow(Refused::notFound);
    }
}
