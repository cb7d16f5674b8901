package dev.covenant.chassis.callee;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.time.TurnableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LaneTest {
    private static final Reply OK = answer(200, 0);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final TurnableClock clock = new TurnableClock();
    private final Callee callee =
            new Callee("warehouse", new CircuitLimits(100, 100, 100, Duration.ofMinutes(1), 1), clock);
    private final Lane reads = callee.lane("reads", new LaneLimits(2, Duration.ZERO, LONGEST_PAUSE));
    private final Lane writes = callee.lane("writes", new LaneLimits(1, Duration.ZERO, LONGEST_PAUSE));

    @Test
    void sendsSoManyAtOnceAndNoMore() {
        var first = new CompletableFuture<Reply>();
        var second = new CompletableFuture<Reply>();
        reads.send(() -> first);
        reads.send(() -> second);

        assertThat(reads.inFlight()).isEqualTo(2);
        assertThat(send(reads, OK)).isEqualTo(new Reply.NotSent("warehouse reads has 2 calls in flight"));
        first.complete(new Reply.NoAnswer("TimeoutException"));
        assertThat(send(reads, OK)).isEqualTo(OK);
    }

    @Test
    void leavesTheOtherLaneItsPlaces() {
        writes.send(CompletableFuture::new);

        assertThat(send(writes, OK)).isInstanceOf(Reply.NotSent.class);
        assertThat(send(reads, OK)).isEqualTo(OK);
    }

    @Test
    void waitsForAPlaceAsLongAsItMay() {
        var patient = callee.lane("patient", new LaneLimits(1, Duration.ofSeconds(10), LONGEST_PAUSE));
        var first = new CompletableFuture<Reply>();
        patient.send(() -> first);

        var second = new CompletableFuture<Reply>();
        var waiting = Thread.startVirtualThread(() -> second.complete(send(patient, OK)));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            assertThat(second).isNotDone();
        }
        first.complete(OK);

        assertThat(second).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(OK);
    }

    @Test
    void givesThePlaceBackWhenTheCallCannotEvenBegin() {
        assertThatThrownBy(() -> writes.send(() -> {
                    throw new IllegalStateException("a fault of ours");
                }))
                .hasMessage("a fault of ours");

        assertThat(send(writes, OK)).isEqualTo(OK);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void sendsNothingBeforeTheTimeThatTheCalleeAskedFor(int status) {
        send(reads, answer(status, 5));

        clock.turn(Duration.ofMillis(4_999));
        assertThat(send(reads, OK)).isEqualTo(new Reply.NotSent("warehouse reads was asked to wait"));
        assertThat(reads.admits()).isFalse();
        assertThat(send(writes, OK)).isEqualTo(OK);
        clock.turn(Duration.ofMillis(1));
        assertThat(reads.admits()).isTrue();
        assertThat(send(reads, OK)).isEqualTo(OK);
    }

    @Test
    void waitsNoLongerThanItsLimitWhateverItIsAskedFor() {
        send(reads, answer(503, 3_600));

        clock.turn(LONGEST_PAUSE);
        assertThat(send(reads, OK)).isEqualTo(OK);
    }

    @Test
    void goesOnWhenOthersAreAnsweredWellMeanwhile() {
        var unlucky = new CompletableFuture<Reply>();
        reads.send(() -> unlucky);
        send(reads, OK);
        unlucky.complete(answer(503, 5));

        assertThat(send(reads, OK)).isEqualTo(OK);
    }

    @Test
    void tellsWhoeverWatchesWhyACallIsNotSent() {
        var refusals = new ArrayList<Refusal>();
        writes.watch(refusals::add);
        var first = new CompletableFuture<Reply>();
        writes.send(() -> first);

        send(writes, OK);
        first.complete(answer(503, 5));
        send(writes, OK);

        assertThat(refusals).containsExactly(Refusal.NO_PLACE, Refusal.ASKED_TO_WAIT);
    }

    @Test
    void isNotAskedToWaitByOtherAnswers() {
        send(reads, answer(409, 5));

        assertThat(send(reads, OK)).isEqualTo(OK);
    }

    private static Reply send(Lane lane, Reply reply) {
        return lane.send(() -> CompletableFuture.completedFuture(reply)).join();
    }

    private static Reply answer(int status, int retryAfter) {
        return new Reply.Answer(status, new byte[0], retryAfter);
    }
}
