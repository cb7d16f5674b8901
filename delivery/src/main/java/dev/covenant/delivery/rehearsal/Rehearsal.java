package dev.covenant.delivery.rehearsal;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.covenant.delivery.edge.EdgeTrust;
import dev.covenant.delivery.local.Keeping;
import dev.covenant.delivery.local.LocalEnvironment;
import dev.covenant.delivery.packages.Packages;
import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.stack.Part;

/** The trials, one after the other, while orders come in at a steady rate. */
final class Rehearsal {
    private static final int ORDERS_A_SECOND = 3;
    private static final int FEW = 5;

    private final LocalEnvironment environment;
    private final Packages packages;
    private final Map<Part, Release> releases;
    private final Variants variants;
    private final Contracts contracts;
    private final Deployer deployer;
    private final PrintWriter out;
    private boolean good = true;

    Rehearsal(
            LocalEnvironment environment,
            Packages packages,
            Map<Part, Release> releases,
            Variants variants,
            Contracts contracts,
            Deployer deployer,
            PrintWriter out) {
        this.environment = environment;
        this.packages = packages;
        this.releases = new HashMap<>(releases);
        this.variants = variants;
        this.contracts = contracts;
        this.deployer = deployer;
        this.out = out;
    }

    /**
     * @param kills whether to kill deployers, too, which takes longest
     * @return whether all was as it should be
     */
    boolean run(boolean kills) {
        releases.values().forEach(contracts::published);
        releases.values().forEach(provider -> contracts.kept(provider, releases.values()));
        // Payments and orders need each other: whoever comes first comes without the other.
        first(Part.INVENTORY);
        first(Part.PAYMENTS, "--ignore", Part.ORDERS.id());
        first(Part.ORDERS);
        var buyers = new Buyers(
                URI.create(environment.entry()),
                EdgeTrust.in(environment.edge()),
                environment.tokens(),
                Clock.systemUTC());
        try (buyers) {
            buyers.fillShelves();
            var cold = buyers.begin(ORDERS_A_SECOND);
            out.printf("  %d orders a second; all is warm, %d had failed before%n", ORDERS_A_SECOND, cold);
            trials(buyers);
            if (kills) {
                killed(buyers);
            }
        }
        out.printf(
                "%n%d orders answered, %d failed%n",
                buyers.answered(), buyers.failures().size());
        expect(
                "orders came in at their rate, and none failed",
                buyers.cameIn() && buyers.failures().isEmpty());
        return good;
    }

    private void first(Part service, String... options) {
        timed("first deployment of " + service, () -> require(deployer.run(arguments(releases.get(service), options))));
    }

    private void trials(Buyers buyers) {
        thereAndBack(buyers, variants.same(releases.get(Part.PAYMENTS), "a"));
        thereAndBack(buyers, variants.migrating(releases.get(Part.INVENTORY), "b", "stock_item"));
        thereAndBack(buyers, variants.same(releases.get(Part.ORDERS), "c"));
        var payments = releases.get(Part.PAYMENTS);
        refused(buyers, kept(variants.neverReady(payments, "d")), "is not ready after 25 s", "--ready-within", "25");
        refused(buyers, kept(variants.failingSmokeTest(payments, "e")), "fails its smoke test");
        var breaking = kept(variants.same(payments, "f"));
        refused(buyers, breaking, contracts.broken(breaking, releases.get(Part.ORDERS)));
    }

    /** Published and verified: all contracts are kept, its own and those of others with it. */
    private Release kept(Release release) {
        contracts.published(release);
        contracts.kept(release, releases.values());
        return release;
    }

    private void thereAndBack(Buyers buyers, Release next) {
        var service = kept(next).service();
        var current = releases.get(service);
        var others = others(service);
        var answered = buyers.answered();
        var failed = buyers.failures().size();
        timed("deploy " + next, () -> deploy(next));
        expectRuns(next);
        timed("rollback " + service, () -> require(deployer.run(rollback(service))));
        expectRuns(current);
        out.printf(
                "    %d orders answered meanwhile; pids before %s, now %s%n",
                buyers.answered() - answered, others, others(service));
        expect("other processes are the same", others.equals(others(service)));
        expectNoneFailed(buyers, failed);
    }

    private void refused(Buyers buyers, Release bad, String why, String... options) {
        var before = environment.pids();
        var failed = buyers.failures().size();
        timed("deploy " + bad + ", which is bad", () -> {
            var ended = deployer.run(arguments(bad, options));
            ended.said().lines().forEach(line -> out.println("    | " + line));
            expect(
                    "it is refused and says why",
                    ended.status() == 1
                            && ended.said().contains(why)
                            && ended.said().contains("serves on"));
        });
        expectRuns(releases.get(bad.service()));
        expect("all processes are the same", before.equals(environment.pids()));
        expectNoneFailed(buyers, failed);
    }

    /** In the middle of each step, and it is run again each time. */
    private void killed(Buyers buyers) {
        var first = releases.get(Part.PAYMENTS);
        var next = packages.find(Part.PAYMENTS, "a".repeat(first.version().length()))
                .orElseThrow();
        var to = next;
        for (var moment : Moment.values()) {
            var failed = buyers.failures().size();
            var wanted = to;
            expect("it was killed", deployer.runAndKillAfter(moment.done, moment.longer, arguments(wanted)));
            timed("deploy again, killed " + moment.name, () -> deploy(wanted));
            expectRuns(to);
            expectNoneFailed(buyers, failed);
            to = to.equals(next) ? first : next;
        }
        killedOnTheWayBack(buyers, first);
    }

    private void killedOnTheWayBack(Buyers buyers, Release before) {
        var failed = buyers.failures().size();
        var service = before.service();
        expect("it was killed", deployer.runAndKillAfter(Moment.START.done, Moment.START.longer, rollback(service)));
        timed("roll back again, killed " + Moment.START.name, () -> require(deployer.run(rollback(service))));
        expectRuns(before);
        expectNoneFailed(buyers, failed);
    }

    /** When a deployer is killed. Its steps are the gate, the migration, the start, the warming up, the drain, and the record. */
    private enum Moment {
        GATE("before it asks, or while", 0, Duration.ofSeconds(1)),
        MIGRATION("while it migrates", 1, Duration.ofMillis(300)),
        BEGUN("as it begins to start one", 2, Duration.ZERO),
        START("while one starts", 2, Duration.ofSeconds(3)),
        WARM("while both serve", 3, Duration.ofSeconds(1)),
        DRAIN("while the old one drains or stops", 4, Duration.ofMillis(200)),
        RECORD("before it records, or while", 5, Duration.ZERO);

        private final String name;
        private final int done;
        private final Duration longer;

        Moment(String name, int done, Duration longer) {
            this.name = name;
            this.done = done;
            this.longer = longer;
        }
    }

    /** @param before as many as had failed before */
    private void expectNoneFailed(Buyers buyers, int before) {
        var meanwhile = buyers.failures().stream().skip(before).toList();
        expect("no order failed meanwhile", meanwhile.isEmpty());
        meanwhile.stream().limit(FEW).forEach(failure -> out.println("      " + failure));
        out.flush();
    }

    private void deploy(Release release) {
        require(deployer.run(arguments(release)));
    }

    private String[] arguments(Release release, String... options) {
        var arguments = new ArrayList<>(
                List.of("deploy", release.service().id(), "--version", release.version(), "--to", environment.name()));
        arguments.addAll(List.of(options));
        return arguments.toArray(String[]::new);
    }

    private String[] rollback(Part service) {
        return new String[] {"rollback", service.id(), "--to", environment.name()};
    }

    private static void require(Deployer.Ended ended) {
        if (ended.status() != 0) {
            throw new DevstackException(ended.said());
        }
    }

    private void expectRuns(Release release) {
        var service = release.service();
        var said = deployer.run("status", environment.name());
        expect("it runs alone, and nothing is half done", said.status() == 0 && runsAlone(said.said(), release));
        expect(
                "the registry has it there",
                contracts.deployed(service.id(), environment.name()).equals(release.version()));
    }

    /** Of the lines of this service, those of its replicas all have the version. */
    private boolean runsAlone(String status, Release release) {
        var replicas = status.lines()
                .dropWhile(line -> !line.strip().startsWith(release.service() + " "))
                .skip(1)
                .takeWhile(line -> line.startsWith("    "))
                .toList();
        return !replicas.isEmpty()
                && replicas.stream().allMatch(line -> line.contains(release.shortVersion()) && line.contains(" UP"));
    }

    private Map<Part, List<Long>> others(Part service) {
        var pids = environment.pids();
        pids.remove(service);
        return pids;
    }

    private void expect(String what, boolean holds) {
        good &= holds;
        if (!holds) {
            out.printf("    NOT SO: %s%n", what);
            out.flush();
        }
    }

    private void timed(String what, Runnable trial) {
        var begun = System.nanoTime();
        trial.run();
        out.printf(
                "  %-60s %6.1f s%n",
                what, Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
        out.flush();
    }

    /** Whatever an earlier one left behind. */
    static void clean(LocalEnvironment environment) {
        new Keeping(environment).stop();
        Directories.delete(environment.stack().root());
    }
}
