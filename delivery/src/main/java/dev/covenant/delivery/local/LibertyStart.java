package dev.covenant.delivery.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;

import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.liberty.ServerSettings;
import dev.covenant.devstack.stack.Part;

/** Replicas as they are: Liberty servers from their packages. */
final class LibertyStart implements ReplicaStart {
    private final LocalEnvironment environment;
    private final Part service;

    LibertyStart(LocalEnvironment environment, Part service) {
        this.environment = environment;
        this.service = service;
    }

    @Override
    public Started start(Release release, int slot) {
        var settings = new HashMap<>(environment.launches().environment(service));
        settings.put("SERVICE_VERSION", release.shortVersion());
        var server = new LibertyServer(
                release.server(environment.workspace()),
                ServerSettings.quick(environment.ports().replica(service, slot), directory(slot), settings));
        return new Started(server.start().process(), server::applicationFailed);
    }

    @Override
    public Path directory(int slot) {
        return environment.replicas().resolve("%s-%d".formatted(service, slot));
    }

    @Override
    public URI address(int slot) {
        return URI.create("http://localhost:%d/".formatted(environment.ports().replica(service, slot)));
    }
}
