package dev.covenant.delivery.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.covenant.devstack.DevstackException;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/** The places for replicas of one service behind a running edge. Each command may be given again. */
public final class Slots {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    /** Columns of HAProxy's statistics. */
    private static final int NAME = 1;

    private static final int REQUESTS = 4;
    private static final int STATUS = 17;

    private final EdgeSocket edge;
    private final String service;

    /** @param directory of the edge */
    public Slots(Path directory, String service) {
        this.edge = new EdgeSocket(directory);
        this.service = service;
    }

    /** From now on it gets requests. Its replica is ready. */
    public void open(int slot) {
        set(slot, "ready");
    }

    /** From now on it gets none; those that it has go on, and it gets nothing that was sent before. */
    public void drain(int slot) {
        set(slot, "drain");
    }

    /** It gets none, and is not watched. */
    public void close(int slot) {
        set(slot, "maint");
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
            pause();
        }
        return true;
    }

    /** As HAProxy puts it: UP, DOWN, DRAIN, MAINT, with details. */
    public String status(int slot) {
        return column(slot, STATUS);
    }

    private void set(int slot, String state) {
        edge.order("set server %s/%s state %s".formatted(service, EdgeConfig.slotName(slot), state));
    }

    private String column(int slot, int column) {
        // Lines of servers (4) of this backend.
        return edge.answer("show stat %s 4 -1".formatted(service))
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .filter(line -> line.size() > STATUS && line.get(NAME).equals(EdgeConfig.slotName(slot)))
                .map(line -> line.get(column))
                .findFirst()
                .orElseThrow(() -> new DevstackException("The edge has no slot %d for %s".formatted(slot, service)));
    }

    private static void pause() {
        try {
            MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while requests ended", e);
        }
    }
}
