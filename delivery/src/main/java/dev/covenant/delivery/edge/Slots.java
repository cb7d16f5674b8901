package dev.covenant.delivery.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Pause;

/** The places for replicas of one service behind a running edge. Each command may be given again. */
public final class Slots {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    /** Columns of HAProxy's statistics. */
    private static final int NAME = 1;

    private static final int REQUESTS = 4;
    private static final int REQUESTS_EVER = 7;
    private static final int STATUS = 17;
    private static final int CHECK = 36;

    private final EdgeSocket edge;
    private final String service;

    /** @param directory of the edge */
    public Slots(Path directory, String service) {
        this.edge = new EdgeSocket(directory);
        this.service = service;
    }

    /**
     * Has its replica checked, and sends it nothing. What was known of another replica that was here before is forgotten. Returns when the
     * edge has found it ready.
     *
     * @throws DevstackException when it has not within {@code limit}
     */
    public void watch(int slot, Duration limit) {
        set(slot, "state drain");
        // Its own checks alone bring it up again.
        set(slot, "health down");
        var until = System.nanoTime() + limit.toNanos();
        while (!status(slot).startsWith("DRAIN")) {
            if (System.nanoTime() > until) {
                throw new DevstackException("The edge does not find slot %d of %s ready: %s %s"
                        .formatted(slot, service, status(slot), column(slot, CHECK)));
            }
            Pause.of(BETWEEN_LOOKS, "the edge looked at a replica");
        }
    }

    /** From now on it gets requests. Its replica is ready. */
    public void open(int slot) {
        set(slot, "state ready");
    }

    /** From now on it gets none; those that it has go on, and it gets nothing that was sent before. */
    public void drain(int slot) {
        set(slot, "state drain");
    }

    /** It gets none, and is not watched. */
    public void close(int slot) {
        set(slot, "state maint");
    }

    /**
     * Returns when no request is in it any more.
     *
     * @return false when there still is one after {@code limit}: a stream of events, most likely
     */
    public boolean awaitEmpty(int slot, Duration limit) {
        var until = System.nanoTime() + limit.toNanos();
        while (Integer.parseInt(column(slot, REQUESTS)) > 0) {
            if (System.nanoTime() > until) {
                return false;
            }
            Pause.of(BETWEEN_LOOKS, "requests ended");
        }
        return true;
    }

    /** Returns when it has answered so many more requests, or when the time is over: where nobody asks, it answers none. */
    public void awaitAnswers(int slot, int more, Duration limit) {
        var until = System.nanoTime() + limit.toNanos();
        var enough = answered(slot) + more;
        while (answered(slot) < enough && System.nanoTime() < until) {
            Pause.of(BETWEEN_LOOKS, "a new replica got warm");
        }
    }

    private long answered(int slot) {
        return Long.parseLong(column(slot, REQUESTS_EVER)) - Long.parseLong(column(slot, REQUESTS));
    }

    /** As HAProxy puts it: UP, DOWN, DRAIN, MAINT, with details. */
    public String status(int slot) {
        return column(slot, STATUS);
    }

    /** Whether it gets requests. */
    public boolean isUp(int slot) {
        return status(slot).startsWith("UP");
    }

    private void set(int slot, String what) {
        edge.order("set server %s/%s %s".formatted(service, EdgeConfig.slotName(slot), what));
    }

    private String column(int slot, int column) {
        // Lines of servers (4) of this backend.
        return edge.answer("show stat %s 4 -1".formatted(service))
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .filter(line -> line.size() > CHECK && line.get(NAME).equals(EdgeConfig.slotName(slot)))
                .map(line -> line.get(column))
                .findFirst()
                .orElseThrow(() -> new DevstackException("The edge has no slot %d for %s".formatted(slot, service)));
    }
}
