package dev.covenant.delivery.rollout;

import java.util.function.Function;

import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

/**
 * Starts what was deployed last, in an environment that was down meanwhile. Asks no registry and records nothing: nothing becomes different.
 *
 * @param packages finds what was built of a version of this service
 */
public record Resumption(Target target, Standings standings, Function<String, Release> packages, Part service) {

    /** Returns when it runs; at once when it does already, or nothing was ever deployed. */
    public void resume(Progress progress) {
        try (var _ = standings.hold(service, "resumption")) {
            standings.read(service).current().map(packages).ifPresent(release -> target.roll(release, progress));
        }
    }
}
