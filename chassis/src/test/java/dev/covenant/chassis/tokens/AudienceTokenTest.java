package dev.covenant.chassis.tokens;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.covenant.chassis.time.TurnableClock;

import static org.assertj.core.api.Assertions.assertThat;

class AudienceTokenTest {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Duration UNTIL_RENEWAL = LIFETIME.minusSeconds(30);

    private final TurnableClock clock = new TurnableClock();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean issuerAway;

    private final AudienceToken token = new AudienceToken(this::issue, clock);

    @Test
    void isUsedUntilShortlyBeforeItExpires() {
        assertThat(token.current()).contains("token-1");
        clock.turn(UNTIL_RENEWAL.minusMillis(1));
        assertThat(token.current()).contains("token-1");
        clock.turn(Duration.ofMillis(1));
        assertThat(token.current()).contains("token-2");
    }

    @Test
    void isUsedToItsEndWhenTheIssuerIsAway() {
        token.current();
        issuerAway = true;
        clock.turn(LIFETIME.minusMillis(1));
        assertThat(token.current()).contains("token-1");
        clock.turn(Duration.ofMillis(1));
        assertThat(token.current()).isEmpty();
    }

    @Test
    void isAskedForOnceASecondWhileTheIssuerIsAway() {
        issuerAway = true;
        assertThat(token.current()).isEmpty();
        clock.turn(Duration.ofMillis(999));
        assertThat(token.current()).isEmpty();
        assertThat(asked).hasValue(1);

        issuerAway = false;
        clock.turn(Duration.ofMillis(1));
        assertThat(token.current()).contains("token-2");
    }

    @Test
    void isReplacedOnceItWasRefused() {
        token.current();
        token.refused("token-1");
        assertThat(token.current()).contains("token-2");
    }

    @Test
    void outlivesTheLateRefusalOfAnOlderOne() {
        token.current();
        token.refused("token-1");
        token.current();
        token.refused("token-1");
        assertThat(token.current()).contains("token-2");
    }

    @Test
    void thatLivesShorterThanTheMarginIsRenewedAtHalfItsLife() {
        var shortLived = new AudienceToken(
                () -> Optional.of(new Granted("token-" + asked.incrementAndGet(), Duration.ofSeconds(10))), clock);
        shortLived.current();
        clock.turn(Duration.ofMillis(4_999));
        assertThat(shortLived.current()).contains("token-1");
        clock.turn(Duration.ofMillis(1));
        assertThat(shortLived.current()).contains("token-2");
    }

    @Test
    void isAskedForByOneOfManyEvenWhenNoneComes() throws Exception {
        issuerAway = true;
        var inCall = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var slow = new AudienceToken(
                () -> {
                    inCall.countDown();
                    await(answer);
                    return issue();
                },
                clock);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<>(List.of(CompletableFuture.supplyAsync(slow::current, threads)));
            inCall.await();
            IntStream.range(0, 20).forEach(_ -> all.add(CompletableFuture.supplyAsync(slow::current, threads)));
            answer.countDown();

            assertThat(all).allSatisfy(one -> assertThat(one.join()).isEmpty());
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void thatIsStillGoodIsUsedWhileAnotherThreadRenewsIt() throws Exception {
        var inCall = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var renewing = new AudienceToken(
                () -> {
                    if (asked.get() > 0) {
                        inCall.countDown();
                        await(answer);
                    }
                    return issue();
                },
                clock);
        renewing.current();
        clock.turn(UNTIL_RENEWAL);
        var renewal = CompletableFuture.supplyAsync(renewing::current);
        inCall.await();

        assertThat(renewing.current()).contains("token-1");
        answer.countDown();
        assertThat(renewal.join()).contains("token-2");
    }

    private Optional<Granted> issue() {
        var number = asked.incrementAndGet();
        return issuerAway ? Optional.empty() : Optional.of(new Granted("token-" + number, LIFETIME));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
