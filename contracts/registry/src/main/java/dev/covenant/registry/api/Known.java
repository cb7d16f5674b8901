package dev.covenant.registry.api;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.registry.environment.Environment;
import dev.covenant.registry.environment.Environments;
import dev.covenant.registry.pacticipant.Pacticipant;
import dev.covenant.registry.pacticipant.Pacticipants;
import dev.covenant.registry.version.Version;
import dev.covenant.registry.version.Versions;

/** What a path names, or 404. */
@ApplicationScoped
class Known {
    private final Pacticipants pacticipants;
    private final Versions versions;
    private final Environments environments;

    @Inject
    Known(Pacticipants pacticipants, Versions versions, Environments environments) {
        this.pacticipants = pacticipants;
        this.versions = versions;
        this.environments = environments;
    }

    Pacticipant pacticipant(String name) {
        return pacticipants.find(name).orElseThrow(Refused::notFound);
    }

    Version version(String pacticipant, String number) {
        return versions.find(pacticipant, number).orElseThrow(Refused::notFound);
    }

    Environment environment(String uuid) {
        return environments.find(uuid(uuid)).orElseThrow(Refused::notFound);
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.notFound();
        }
    }
}
