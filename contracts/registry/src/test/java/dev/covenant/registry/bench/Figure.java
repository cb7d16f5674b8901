package dev.covenant.registry.bench;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.ServiceAnswer;

import static org.assertj.core.api.Assertions.assertThat;

/** How long one kind of request takes, in milliseconds: for one caller, and for each of four at once. */
record Figure(String question, double median, double p95, double medianOfFour, double p95OfFour) {
    private static final int WARM_UP = 400;
    private static final int MEASURED = 200;
    private static final int CALLERS = 4;

    /** What is measured first shall not pay for what all need compiled. */
    static void warmUp(IntFunction<ServiceAnswer> request) {
        IntStream.range(0, WARM_UP).forEach(number -> time(request, number));
    }

    /** Makes the requests, each with a number of its own. All are to be answered as they should. */
    static Figure of(String question, IntFunction<ServiceAnswer> request) {
        var alone = IntStream.range(0, MEASURED)
                .mapToLong(number -> time(request, WARM_UP + number))
                .sorted()
                .toArray();
        var together = AtOnce.call(CALLERS, caller -> IntStream.range(0, MEASURED / CALLERS)
                        .mapToLong(number -> time(request, WARM_UP + MEASURED + caller * MEASURED + number))
                        .toArray())
                .stream()
                .flatMapToLong(LongStream::of)
                .sorted()
                .toArray();
        return new Figure(question, at(alone, 50), at(alone, 95), at(together, 50), at(together, 95));
    }

    String row() {
        return String.format(
                Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.1f |", question, median, p95, medianOfFour, p95OfFour);
    }

    private static long time(IntFunction<ServiceAnswer> request, int number) {
        var begin = System.nanoTime();
        var answer = request.apply(number);
        var took = System.nanoTime() - begin;
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        return took;
    }

    private static double at(long[] sorted, int percent) {
        return sorted[(sorted.length - 1) * percent / 100] / 1e6;
    }
}
