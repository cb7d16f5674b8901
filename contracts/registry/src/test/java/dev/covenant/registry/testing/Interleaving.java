package dev.covenant.registry.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import static org.awaitility.Awaitility.await;

/**
 * Requests that meet in an order that is the same each time. What the {@link #holder()} locks, they wait for until it lets go; and whoever
 * makes a change that is held waits with all that it has locked, just before its commit.
 */
public final class Interleaving implements AutoCloseable {
    private static final AtomicLong KEYS = new AtomicLong(1_000);

    private static final String WAIT = """
            CREATE FUNCTION held_%1$d() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_advisory_xact_lock_shared(%1$d); RETURN NULL; END'""";

    private static final String AT_COMMIT = """
            CREATE CONSTRAINT TRIGGER held_%1$d AFTER %2$s DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (%3$s) EXECUTE FUNCTION held_%1$d()""";

    private static final String WAITING = """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0""";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Long> held = new ArrayList<>();
    private final Jdbi owner;
    private final Handle holder;
    private int started;

    private Interleaving(Jdbi owner) {
        this.owner = owner;
        holder = owner.open().begin();
    }

    public static Interleaving of(DataSource owner) {
        return new Interleaving(Jdbi.create(owner));
    }

    /** A transaction that is open until {@link #letGo()}. */
    public Handle holder() {
        return holder;
    }

    /**
     * @param change such as {@code DELETE ON version}
     * @param condition on {@code OLD} or {@code NEW}, without parameters
     */
    public void hold(String change, String condition) {
        var key = KEYS.incrementAndGet();
        holder.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:key)")
                .bind("key", key)
                .mapTo(Integer.class)
                .one();
        owner.useHandle(handle -> {
            handle.execute(WAIT.formatted(key));
            held.add(key);
            handle.execute(AT_COMMIT.formatted(key, change, condition));
        });
    }

    /** Returns when the call waits for somebody, or is over. */
    public <T> CompletableFuture<T> start(Supplier<T> call) {
        var answer = CompletableFuture.supplyAsync(call, threads);
        started++;
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> answer.isDone() || waiting() >= started);
        return answer;
    }

    public void letGo() {
        holder.commit();
    }

    @Override
    public void close() {
        if (holder.isInTransaction()) {
            holder.rollback();
        }
        holder.close();
        threads.close();
        held.forEach(
                key -> owner.useHandle(handle -> handle.execute("DROP FUNCTION held_%d() CASCADE".formatted(key))));
    }

    private int waiting() {
        return owner.withHandle(
                handle -> handle.createQuery(WAITING).mapTo(Integer.class).one());
    }
}
