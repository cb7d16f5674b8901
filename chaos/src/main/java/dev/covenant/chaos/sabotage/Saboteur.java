package dev.covenant.chaos.sabotage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

import dev.covenant.chaos.ChaosStack;
import dev.covenant.chaos.schedule.Strike;
import dev.covenant.chaos.schedule.Target;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.Lifetime;

/**
 * Strikes as a schedule says. One that finds its target not yet whole again, on a machine slower than the schedule thinks, waits for that.
 */
public final class Saboteur implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Hand hand;
    private final Map<Target, ReentrantLock> turns = new EnumMap<>(Target.class);
    private final ConcurrentLinkedQueue<Struck> struck = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Strike> under = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private long begin;

    /** @param lifetime ends the striking before it ends the stack, so that nothing is started again behind its back */
    public Saboteur(ChaosStack chaos, Lifetime lifetime) {
        this.hand = new Hand(chaos);
        for (var target : Target.values()) {
            turns.put(target, new ReentrantLock(true));
        }
        lifetime.own(this);
    }

    /** Returns at once. @param beginNanos when the traffic begins, by {@link System#nanoTime()} */
    public void begin(List<Strike> schedule, long beginNanos) {
        begin = beginNanos;
        schedule.forEach(strike -> threads.add(Thread.startVirtualThread(() -> make(strike))));
    }

    /** Those that are being made. */
    public List<Strike> now() {
        return List.copyOf(under);
    }

    /** Those that are over, in the order of their beginning. */
    public List<Struck> struck() {
        return struck.stream().sorted(Comparator.comparing(Struck::begun)).toList();
    }

    /** What could not be taken back when its time had come, and was left to the healing. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /**
     * Waits for the strikes that are under way, then makes everything whole.
     *
     * @throws DevstackException when a part does not start any more
     */
    public void heal() {
        joinAll();
        hand.heal();
    }

    /** Makes no more strikes, and takes none back. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (var thread : threads) {
                // Not for ever: one that starts a part may wait for the lifetime that is closing us, and starts nothing
                // after that.
                thread.join(CLOSE_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(Strike strike) {
        var turn = turns.get(strike.target());
        try {
            sleepUntil(strike.begins());
            turn.lockInterruptibly();
        } catch (InterruptedException over) {
            return;
        }
        under.add(strike);
        try {
            make(strike, since());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failures.add("%s: %s".formatted(strike, e.getMessage()));
        } finally {
            under.remove(strike);
            turn.unlock();
        }
    }

    private void make(Strike strike, Duration begun) throws InterruptedException {
        var undo = hand.strike(strike);
        Thread.sleep(strike.lasts());
        var undone = since();
        Optional<Duration> whole = Optional.empty();
        try {
            undo.run();
            whole = Optional.of(since());
        } finally {
            struck.add(new Struck(strike, begun, undone, whole));
        }
    }

    private void joinAll() {
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }

    private void sleepUntil(Duration at) throws InterruptedException {
        Thread.sleep(at.minus(since()));
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
