package dev.covenant.delivery.local;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import dev.covenant.delivery.edge.Slots;
import dev.covenant.delivery.local.Replica.Stage;
import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.Ending;
import dev.covenant.devstack.process.ProcessRecord;
import dev.covenant.devstack.process.Readiness;
import dev.covenant.devstack.stack.Part;

/** The replicas of one service in an environment: their processes, their records and their slots in the edge, kept in step. */
final class Fleet {
    private static final int FIRST_REQUESTS = 25;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Part service;
    private final ReplicaStart starts;
    private final ReplicaFiles records;
    private final Slots slots;
    private final Trial trial;
    private final FleetLimits limits;

    Fleet(Part service, ReplicaStart starts, ReplicaFiles records, Slots slots, Trial trial, FleetLimits limits) {
        this.service = service;
        this.starts = starts;
        this.records = records;
        this.slots = slots;
        this.trial = trial;
        this.limits = limits;
    }

    /** Those that get requests. */
    List<Replica> serving() {
        return records.all().stream()
                .filter(Replica::serves)
                .filter(Replica::isAlive)
                .toList();
    }

    /** Those of them that are of this release. */
    List<Replica> serving(Release release) {
        return serving().stream().filter(replica -> isOf(replica, release)).toList();
    }

    /** Those of them that are not. */
    List<Replica> others(Release release) {
        return serving().stream().filter(replica -> !isOf(replica, release)).toList();
    }

    private static boolean isOf(Replica replica, Release release) {
        return replica.version().equals(release.version());
    }

    /** Whether it lives and the edge sends it requests. */
    boolean isInService(Replica replica) {
        return replica.serves() && replica.isAlive() && slots.isUp(replica.slot());
    }

    /** @throws DevstackException when it is not: it ended, or the edge finds it not ready */
    void requireInService(Replica replica) {
        if (!isInService(replica)) {
            throw new DevstackException("%s %s in slot %d was ready and is not any more (%s). Its logs are in %s"
                    .formatted(
                            service,
                            Release.shortened(replica.version()),
                            replica.slot(),
                            replica.isAlive() ? slots.status(replica.slot()) : "it has ended",
                            starts.directory(replica.slot())));
        }
    }

    /** All on record, dead ones included. */
    List<Replica> all() {
        return records.all();
    }

    /**
     * Takes away whatever an earlier deployment left half done: what never served, what died, what nobody wrote down; and what was leaving,
     * which may still have requests.
     */
    void tidyUp() {
        records.all().stream()
                .filter(replica -> !replica.serves() && replica.isAlive())
                .forEach(this::finish);
        records.all().stream().filter(replica -> !replica.isAlive()).forEach(this::remove);
        var known = new HashSet<Integer>(slotsInUse());
        IntStream.rangeClosed(1, EnvironmentPorts.SLOTS)
                .filter(slot -> !known.contains(slot))
                .forEach(this::clear);
        serving().forEach(replica -> slots.open(replica.slot()));
    }

    private void finish(Replica replica) {
        if (replica.stage() == Stage.LEAVING) {
            dismiss(replica);
        } else {
            remove(replica);
        }
    }

    /** Opens the edge to those that serve, when it has been started anew. */
    void open() {
        serving().forEach(replica -> slots.open(replica.slot()));
    }

    /**
     * Starts one more, which gets no requests yet. Returns when it is ready, has passed its trial, and the edge has seen that it is ready.
     *
     * @throws DevstackException when it does not get so far; it is gone then
     */
    Replica start(Release release) {
        var slot = freeSlot();
        var started = starts.start(release, slot);
        var process = started.process();
        var replica = new Replica(
                slot, release.version(), Stage.STARTING, new ProcessRecord(process.pid(), process.startedAt()));
        records.write(replica);
        try {
            Readiness.await(process, address(slot).resolve("health/ready"), limits.ready(), started.hopeless());
            trial.of(address(slot)).ifPresent(wrong -> {
                throw new DevstackException(
                        "%s fails its smoke test: %s. Its log: %s".formatted(release, wrong, process.log()));
            });
            slots.watch(slot, limits.ready());
            return replica;
        } catch (RuntimeException e) {
            remove(replica);
            throw e;
        }
    }

    /** From now on it gets requests. */
    Replica admit(Replica replica) {
        var serving = replica.to(Stage.SERVING);
        records.write(serving);
        slots.open(replica.slot());
        return serving;
    }

    /**
     * Leaves a new one beside the old until it has answered some requests. What runs for the first time takes its time, and the edge sends a
     * slow one little as long as there is another.
     */
    void warmUp(Replica replica) {
        slots.awaitAnswers(replica.slot(), FIRST_REQUESTS, limits.warm());
    }

    /**
     * Takes one away: no new request from now on, then those in it are answered, then it is stopped.
     *
     * @return whether all were answered in time
     */
    boolean dismiss(Replica replica) {
        records.write(replica.to(Stage.LEAVING));
        slots.drain(replica.slot());
        var empty = slots.awaitEmpty(replica.slot(), limits.drained());
        remove(replica);
        return empty;
    }

    /** At once, all of them, the edge aside: it is gone or goes too. */
    void stopAll() {
        var processes = IntStream.rangeClosed(1, EnvironmentPorts.SLOTS)
                .mapToObj(starts::directory)
                .flatMap(directory -> Orphans.of(directory).stream())
                .toList();
        Ending.end(processes, STOP_LIMIT);
        records.all().forEach(replica -> records.forget(replica.slot()));
    }

    private void remove(Replica replica) {
        clear(replica.slot());
        records.forget(replica.slot());
    }

    private void clear(int slot) {
        try {
            slots.close(slot);
        } finally {
            // Also when the edge is gone: nothing else would find it.
            Ending.end(Orphans.of(starts.directory(slot)), STOP_LIMIT);
        }
    }

    private int freeSlot() {
        var used = slotsInUse();
        return IntStream.rangeClosed(1, EnvironmentPorts.SLOTS)
                .filter(slot -> !used.contains(slot))
                .findFirst()
                .orElseThrow(() -> new DevstackException(
                        "All %d slots of %s are in use.".formatted(EnvironmentPorts.SLOTS, service)));
    }

    private Set<Integer> slotsInUse() {
        return new HashSet<>(records.all().stream().map(Replica::slot).toList());
    }

    private URI address(int slot) {
        return starts.address(slot);
    }
}
