package dev.covenant.registry.environment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import dev.covenant.registry.version.VersionTagged;

/** Pipelines that know no environments tag what they have deployed: a tag that is called like an environment records a deployment there. */
@ApplicationScoped
class DeployTagged {
    private final Environments environments;
    private final Presences presences;

    @Inject
    DeployTagged(Environments environments, Presences presences) {
        this.environments = environments;
        this.presences = presences;
    }

    void deploy(@Observes VersionTagged tagged) {
        environments.find(tagged.tag()).ifPresent(environment -> presences.deploy(tagged.version(), environment, null));
    }
}
