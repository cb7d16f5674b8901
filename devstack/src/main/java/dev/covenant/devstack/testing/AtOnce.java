package dev.covenant.devstack.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Calls that start together. */
public final class AtOnce {
    private AtOnce() {}

    /** The answers, in the order of the calls' numbers. */
    public static <T> List<T> call(int times, IntFunction<T> call) {
        var ready = new CountDownLatch(times);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, times)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> {
                                awaitAll(ready);
                                return call.apply(number);
                            },
                            threads))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private static void awaitAll(CountDownLatch ready) {
        ready.countDown();
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
