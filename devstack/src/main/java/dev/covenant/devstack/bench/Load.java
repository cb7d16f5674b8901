package dev.covenant.devstack.bench;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Customers who order for a while; returns when the last of them has an answer. */
final class Load {
    private final Workload workload;

    Load(Workload workload) {
        this.workload = workload;
    }

    /** So many customers, each of whom orders again as soon as he has an answer: what the stack can do. */
    Tally closed(int customers, Duration time) {
        var tally = new Tally();
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, customers)
                    .forEach(_ -> threads.submit(() -> {
                        while (System.nanoTime() < end) {
                            order(tally, System.nanoTime());
                        }
                    }));
        }
        return tally;
    }

    /** Orders come at a constant rate, whatever becomes of those before. Waits count from the moment at which an order was due. */
    Tally open(double perSecond, Duration time) {
        var tally = new Tally();
        var between = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var due = begin; due < begin + time.toNanos(); due += between) {
                sleepUntil(due);
                var dueAt = due;
                threads.submit(() -> order(tally, dueAt));
            }
        }
        return tally;
    }

    private void order(Tally tally, long since) {
        var outcome = workload.placeOrder();
        tally.add(outcome, Duration.ofNanos(System.nanoTime() - since));
    }

    private static void sleepUntil(long nanoTime) {
        for (var left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
