package dev.covenant.chaos.experiment;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

import dev.covenant.chaos.traffic.Caller.Told;

/** Requests at a constant rate, each sent once, until it is closed. Waits count from the moment at which a request was due. */
final class Steady implements AutoCloseable {
    /** Of fewer requests nothing can be said. */
    static final int ENOUGH = 20;

    private final ConcurrentSkipListMap<Long, Sample> samples = new ConcurrentSkipListMap<>();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread clock;

    /** @param request sends the one with this number, from 0 */
    Steady(double perSecond, IntFunction<Told> request) {
        var between = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
        clock = Thread.startVirtualThread(() -> tick(between, request));
    }

    /** All that were due, in that order; one that is not answered yet is one without an answer. */
    List<Sample> samples() {
        return List.copyOf(samples.values());
    }

    /** Those that were due since. */
    List<Sample> since(long nanoTime) {
        return samples().stream().filter(sample -> sample.due() >= nanoTime).toList();
    }

    /** Sends no more, waits for the answers of those that are under way, and answers those that were due since. */
    List<Sample> endedSince(long nanoTime) {
        close();
        return since(nanoTime);
    }

    /** Returns when the last request is answered. */
    @Override
    public void close() {
        clock.interrupt();
        try {
            clock.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        requests.close();
    }

    private void tick(long between, IntFunction<Told> request) {
        try {
            var due = System.nanoTime();
            for (int number = 0; true; number++, due += between) {
                Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
                send(number, due, request);
            }
        } catch (InterruptedException closed) {
            // That was all.
        }
    }

    private void send(int number, long due, IntFunction<Told> request) {
        samples.put(due, Sample.unanswered(due));
        requests.submit(() -> {
            var told = request.apply(number);
            samples.put(due, new Sample(due, Duration.ofNanos(System.nanoTime() - due), told));
        });
    }
}
