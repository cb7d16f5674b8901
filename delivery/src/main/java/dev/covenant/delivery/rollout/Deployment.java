package dev.covenant.delivery.rollout;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

import dev.covenant.delivery.gate.Registry;
import dev.covenant.delivery.gate.Verdict;
import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

/**
 * Deploys one service to one environment, and takes it back.
 *
 * <p>Whatever happens, in the end the registry says what runs: recorded is what runs alone, as the last step. What fails before is undone;
 * who dies is followed by the next deployment, which finds what was underway and either finishes it (when it is asked for the same
 * version) or replaces it (when it is asked for another). A rollback is a deployment of the version before.
 */
public final class Deployment {
    private final Registry registry;
    private final Target target;
    private final Standings standings;
    private final Function<String, Release> packages;
    private final Part service;
    private final Clock clock;

    /** @param packages finds what was built of a version of this service */
    public Deployment(
            Registry registry,
            Target target,
            Standings standings,
            Function<String, Release> packages,
            Part service,
            Clock clock) {
        this.registry = registry;
        this.target = target;
        this.standings = standings;
        this.packages = packages;
        this.service = service;
        this.clock = clock;
    }

    /**
     * Returns when this version runs, alone, and that is recorded.
     *
     * @param version or its beginning
     * @throws DevstackException with the reason why not, and what runs then
     */
    public void deploy(String version, Progress progress) {
        var release = packages.apply(version);
        try (var _ = standings.hold(service, "deployment of " + release.shortVersion())) {
            bring(release, progress);
        }
    }

    /**
     * Deploys the version before the current one; if a deployment did not come to its end, the current one.
     *
     * @return the version
     * @throws DevstackException when there is none, or as {@link #deploy}
     */
    public String rollBack(Progress progress) {
        try (var _ = standings.hold(service, "rollback")) {
            var standing = standings.read(service);
            var version = (standing.underway().isPresent() ? standing.current() : standing.previous())
                    .orElseThrow(() -> new DevstackException("There is no version of %s before this one in %s."
                            .formatted(service, target.environment())));
            bring(packages.apply(version), progress);
            return version;
        }
    }

    private void bring(Release release, Progress progress) {
        var before = standings.read(service);
        standings.write(service, before.begin(release.version(), clock.instant()));
        try {
            progress.step("gate", () -> pass(release));
            target.migrate(release, progress);
        } catch (DevstackException e) {
            // Nothing of it runs, unless an earlier attempt got further.
            throw before.underway().isPresent() ? undone(before, e, progress) : untouched(before, e);
        }
        try {
            target.roll(release, progress);
        } catch (DevstackException e) {
            throw undone(before, e, progress);
        }
        // Not undone when it fails: it runs, and the next attempt has only this left to do.
        progress.step("record", () -> registry.recordDeployment(service.id(), release.version(), target.environment()));
        standings.write(service, before.done(release.version()));
    }

    private void pass(Release release) {
        if (registry.canIDeploy(service.id(), release.version(), target.environment()) instanceof Verdict.No no) {
            throw new DevstackException("The registry lets %s not go to %s:%n  %s"
                    .formatted(
                            release, target.environment(), String.join(System.lineSeparator() + "  ", no.reasons())));
        }
    }

    private DevstackException untouched(Standing before, DevstackException cause) {
        standings.write(service, before);
        return failed(before, cause);
    }

    private DevstackException undone(Standing before, DevstackException cause, Progress progress) {
        try {
            before.current()
                    .map(packages)
                    .ifPresentOrElse(
                            release -> target.roll(release, progress), () -> target.withdraw(service, progress));
        } catch (DevstackException e) {
            cause.addSuppressed(e);
            return new DevstackException(
                    "%s%nIt could not be undone either: %s%nWhat got requests before still does. Try again, or: ./covenant rollback %s --to %s"
                            .formatted(cause.getMessage(), e.getMessage(), service, target.environment()),
                    cause);
        }
        standings.write(service, before.undone());
        return failed(before, cause);
    }

    private DevstackException failed(Standing before, DevstackException cause) {
        return new DevstackException(
                "%s%nNothing was recorded. %s".formatted(cause.getMessage(), serving(before.current())), cause);
    }

    private String serving(Optional<String> current) {
        return current.map(version ->
                        "%s %s serves on in %s.".formatted(service, Release.shortened(version), target.environment()))
                .orElse("No %s serves in %s.".formatted(service, target.environment()));
    }
}
