package dev.covenant.delivery.rollout;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

import dev.covenant.delivery.gate.Registry;
import dev.covenant.delivery.gate.Verdict;
import dev.covenant.delivery.packages.Release;
import dev.covenant.delivery.rollout.Standing.Way;
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
            bring(Way.DEPLOYMENT, release, progress);
        }
    }

    /**
     * Takes a rollback to its end that was broken off; else goes back to the current version from a deployment that was broken off; else to
     * the version before the current one. Said again when it is done it changes nothing: there is no version before then.
     *
     * @return the version that runs; empty when a first deployment was broken off, and nothing runs
     * @throws DevstackException when there is none, or as {@link #deploy}
     */
    public Optional<String> rollBack(Progress progress) {
        try (var _ = standings.hold(service, "rollback")) {
            var standing = standings.read(service);
            var version = standing.back();
            if (version.isEmpty() && standing.underway().isEmpty()) {
                throw new DevstackException(
                        "There is no version of %1$s before this one in %2$s: nothing was deployed since the last rollback, or ever. To one by name: ./covenant deploy %1$s --version V --to %2$s"
                                .formatted(service, target.environment()));
            }
            version.map(packages)
                    .ifPresentOrElse(
                            release -> bring(Way.ROLLBACK, release, progress), () -> clear(standing, progress));
            return version;
        }
    }

    private void bring(Way way, Release release, Progress progress) {
        var before = standings.read(service);
        standings.write(service, before.begin(way, release.version(), clock.instant()));
        try {
            progress.step("gate", () -> pass(release));
            target.migrate(release, progress);
        } catch (RuntimeException e) {
            // Nothing of it runs, unless an earlier attempt got further.
            throw before.underway().isPresent() ? undone(before, e, progress) : untouched(before, e);
        }
        try {
            target.roll(release, progress);
        } catch (RuntimeException e) {
            throw undone(before, e, progress);
        }
        try {
            progress.step("record", () -> record(release));
        } catch (Refused e) {
            throw undone(before, e, progress);
        } catch (RuntimeException e) {
            // Not undone: it runs, and the next attempt has only this left to do.
            throw new DevstackException(
                    "%s%n%s runs in %s, and the registry may not know it yet. Run the same command again."
                            .formatted(told(e), release, target.environment()),
                    e);
        }
        standings.write(service, before.done(way, release.version()));
    }

    private void pass(Release release) {
        if (registry.canIDeploy(service.id(), release.version(), target.environment()) instanceof Verdict.No no) {
            throw new Refused("The registry lets %s not go to %s:%n  %s"
                    .formatted(
                            release, target.environment(), String.join(System.lineSeparator() + "  ", no.reasons())));
        }
    }

    /** Asks again first: others may have been recorded meanwhile, and none is between the answer and the record. */
    private void record(Release release) {
        try (var _ = standings.turn(service)) {
            pass(release);
            registry.recordDeployment(service.id(), release.version(), target.environment());
        }
    }

    private DevstackException untouched(Standing before, RuntimeException cause) {
        standings.write(service, before);
        return failed(before, cause);
    }

    private DevstackException undone(Standing before, RuntimeException cause, Progress progress) {
        try {
            before.current()
                    .map(packages)
                    .ifPresentOrElse(release -> restore(before, release, progress), () -> clear(before, progress));
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
            return new DevstackException(
                    "%1$s%nIt could not be undone either: %2$s%nWhat serves now: ./covenant status %4$s. Try again, or: ./covenant rollback %3$s --to %4$s"
                            .formatted(told(cause), told(e), service, target.environment()),
                    cause);
        }
        return failed(before, cause);
    }

    private void restore(Standing before, Release current, Progress progress) {
        target.roll(current, progress);
        if (before.underway().isPresent()) {
            // Whoever was killed may have been killed between his record and our knowing of it.
            registry.recordDeployment(service.id(), current.version(), target.environment());
        }
        standings.write(service, before.undone());
    }

    /** What was never there to the end goes altogether. */
    private void clear(Standing before, Progress progress) {
        target.withdraw(service, progress);
        if (before.underway().isPresent()) {
            registry.recordWithdrawal(service.id(), target.environment());
        }
        standings.write(service, before.undone());
    }

    private DevstackException failed(Standing before, RuntimeException cause) {
        return new DevstackException(
                "%s%nNothing was recorded. %s".formatted(told(cause), serving(before.current())), cause);
    }

    /** Messages of ours are for people; what else escapes says more with its name. */
    private static String told(RuntimeException fault) {
        return fault instanceof DevstackException || fault instanceof Refused ? fault.getMessage() : fault.toString();
    }

    private String serving(Optional<String> current) {
        return current.map(version ->
                        "%s %s serves on in %s.".formatted(service, Release.shortened(version), target.environment()))
                .orElse("No %s serves in %s.".formatted(service, target.environment()));
    }

    /** The registry's no: what else goes wrong may go right the next time. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
