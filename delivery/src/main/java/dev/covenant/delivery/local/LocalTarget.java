package dev.covenant.delivery.local;

import java.util.HashMap;

import dev.covenant.delivery.edge.Slots;
import dev.covenant.delivery.packages.Release;
import dev.covenant.delivery.rollout.Target;
import dev.covenant.devstack.liberty.Migrations;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

/** An environment on this machine, as a place to deploy to. It is up. */
public final class LocalTarget implements Target {
    private final LocalEnvironment environment;
    private final FleetLimits limits;

    public LocalTarget(LocalEnvironment environment, FleetLimits limits) {
        this.environment = environment;
        this.limits = limits;
    }

    @Override
    public String environment() {
        return environment.name();
    }

    @Override
    public void migrate(Release release, Progress progress) {
        var settings = new HashMap<>(environment.launches().migrationEnvironment(release.service()));
        var log = environment.stack().run().resolve(release.service() + "-migrations.log");
        progress.step("migrate", () -> {
            try (var lifetime = new Lifetime()) {
                Migrations.run(release.server(environment.workspace()), settings, log, lifetime);
            }
        });
    }

    @Override
    public void roll(Release release, Progress progress) {
        new RollingSwap(fleet(environment, release.service(), limits), environment.size()).to(release, progress);
    }

    @Override
    public void withdraw(Part service, Progress progress) {
        new RollingSwap(fleet(environment, service, limits), 0).toNothing(progress);
    }

    static Fleet fleet(LocalEnvironment environment, Part service) {
        return fleet(environment, service, FleetLimits.USUAL);
    }

    private static Fleet fleet(LocalEnvironment environment, Part service, FleetLimits limits) {
        return new Fleet(
                service,
                new LibertyStart(environment, service),
                new ReplicaFiles(environment.replicas().resolve(service + "-records")),
                new Slots(environment.edge(), service.id()),
                new SmokeTest(service, environment.tokens()),
                limits);
    }
}
