package dev.covenant.chaos.experiment;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

import dev.covenant.chaos.traffic.Caller.Told;

/** Requests at a constant rate, each sent once, until it is closed. Waits count from the moment at which a request was due. */
final class Steady implements AutoCloseable {
    private final ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread clock;

    /** @param request sends the one with this number, from 0 */
    Steady(double perSecond, IntFunction<Told> request) {
        var between = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
        clock = Thread.startVirtualThread(() -> tick(between, request));
    }

    /** Those that are answered, in the order in which they were due. */
    List<Sample> samples() {
        return samples.stream().sorted(Comparator.comparing(Sample::due)).toList();
    }

    /** Those that were due since. */
    List<Sample> since(long nanoTime) {
        return samples().stream().filter(sample -> sample.due() >= nanoTime).toList();
    }

    /** Returns when the last request is answered. */
    @Override
    public void close() {
        clock.interrupt();
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
        requests.submit(() -> {
            var told = request.apply(number);
            samples.add(new Sample(due, Duration.ofNanos(System.nanoTime() - due), told));
        });
    }
}
