package dev.covenant.chaos.experiment;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import dev.covenant.chaos.traffic.Caller.Told;

import static org.assertj.core.api.Assertions.assertThat;

class SteadyTest {
    private static final Told ANSWER = new Told(200, "", Duration.ZERO);

    /** Whoever waits longest is not left out of what is said of the waits. */
    @Test
    void whatIsNotAnsweredIsASampleToo() throws InterruptedException {
        var begun = System.nanoTime();
        var answered = new CountDownLatch(3);
        var held = new CountDownLatch(1);
        try (var steady = new Steady(200, number -> {
            if (number == 1) {
                awaitUninterrupted(held);
            }
            answered.countDown();
            return ANSWER;
        })) {
            answered.await();
            assertThat(steady.since(begun).get(1)).satisfies(sample -> {
                assertThat(sample.told()).isEqualTo(Told.NOTHING);
                assertThat(sample.took()).isGreaterThan(Duration.ofMinutes(1));
            });
            held.countDown();
            assertThat(steady.endedSince(begun)).extracting(Sample::told).containsOnly(ANSWER);
        }
    }

    @Test
    void aRequestThatFailsIsASampleWithoutAnAnswer() throws InterruptedException {
        var begun = System.nanoTime();
        var sent = new CountDownLatch(2);
        try (var steady = new Steady(200, _ -> {
            sent.countDown();
            throw new IllegalStateException("broken");
        })) {
            sent.await();
            assertThat(steady.endedSince(begun))
                    .hasSizeGreaterThan(1)
                    .extracting(Sample::told)
                    .containsOnly(Told.NOTHING);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
