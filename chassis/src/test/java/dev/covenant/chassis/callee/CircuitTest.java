package dev.covenant.chassis.callee;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.time.TurnableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CircuitTest {
    private static final Reply OK = answer(200);
    private static final Reply FAILURE = answer(500);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final TurnableClock clock = new TurnableClock();
    private final Callee callee = new Callee("warehouse", new CircuitLimits(4, 4, 50, PAUSE, 2), clock);
    private final Lane lane = callee.lane("calls", new LaneLimits(10, Duration.ZERO, Duration.ZERO));

    static Stream<Reply> failures() {
        return Stream.of(
                answer(429),
                answer(500),
                answer(502),
                answer(503),
                answer(504),
                new Reply.NoAnswer("ConnectException"),
                new Reply.NotSent("no service token for warehouse"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void opensWhenSoManyOfTheLastCallsFailed(Reply failure) {
        send(OK, failure, OK);
        assertThat(callee.state()).isEqualTo(CircuitState.CLOSED);
        send(failure);

        assertThat(callee.state()).isEqualTo(CircuitState.OPEN);
        assertThat(lane.admits()).isFalse();
        assertThat(send(OK)).isEqualTo(new Reply.NotSent("warehouse calls has its circuit open"));
    }

    @ParameterizedTest
    @MethodSource("lastWords")
    void saysInTheLogWhatOpenedIt(Reply failure, String words) {
        var log = Logger.getLogger(Circuit.class.getName());
        var said = new CopyOnWriteArrayList<String>();
        var listener = listener(said);
        log.addHandler(listener);
        try {
            send(FAILURE, FAILURE, FAILURE, failure);
        } finally {
            log.removeHandler(listener);
        }

        assertThat(said).containsExactly("The circuit of warehouse is OPEN now; last: " + words);
    }

    static Stream<Arguments> lastWords() {
        return Stream.of(
                Arguments.of(answer(503), "status 503"),
                Arguments.of(new Reply.NoAnswer("ConnectException"), "no answer, ConnectException"),
                Arguments.of(new Reply.NotSent("no service token for warehouse"), "no service token for warehouse"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 404, 408, 409, 422})
    void staysClosedWhateverElseIsAnswered(int status) {
        for (var call = 0; call < 20; call++) {
            send(answer(status));
        }

        assertThat(callee.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(lane.admits()).isTrue();
    }

    @Test
    void concludesNothingFromFewCalls() {
        send(FAILURE, FAILURE, FAILURE);

        assertThat(send(OK)).isEqualTo(OK);
    }

    @Test
    void letsProbesThroughAfterItsPauseAndClosesWhenTheyAreAnswered() {
        open();
        clock.turn(PAUSE.plus(A_MOMENT));

        assertThat(lane.admits()).isTrue();
        assertThat(send(OK)).isEqualTo(OK);
        assertThat(callee.state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(lane.admits()).isTrue();
        send(OK);
        assertThat(callee.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void letsNoMoreThanItsProbesThrough() {
        open();
        clock.turn(PAUSE.plus(A_MOMENT));
        var first = new CompletableFuture<Reply>();
        lane.send(() -> first);
        assertThat(lane.admits()).isTrue();
        lane.send(CompletableFuture::new);

        assertThat(lane.admits()).isFalse();
        assertThat(send(OK)).isInstanceOf(Reply.NotSent.class);
        first.complete(OK);
        assertThat(lane.admits()).isFalse();
    }

    @Test
    void opensAgainWhenTheProbesFail() {
        open();
        clock.turn(PAUSE.plus(A_MOMENT));
        send(FAILURE, OK);

        assertThat(callee.state()).isEqualTo(CircuitState.OPEN);
        assertThat(lane.admits()).isFalse();
        clock.turn(PAUSE.plus(A_MOMENT));
        assertThat(lane.admits()).isTrue();
    }

    @Test
    void isTheSameForAllLanes() {
        open();

        var other = callee.lane("others", new LaneLimits(10, Duration.ZERO, Duration.ZERO));
        assertThat(other.admits()).isFalse();
        assertThat(other.send(() -> CompletableFuture.completedFuture(OK)).join())
                .isInstanceOf(Reply.NotSent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 50, 1, 1, circuit window must be from 1 to 1000",
        "4, 5, 50, 1, 1, circuit least calls must be from 1 to 4",
        "4, 4, 101, 1, 1, circuit failure percent must be from 1 to 100",
        "4, 4, 50, 0, 1, circuit pause in ms must be from 1 to 600000",
        "4, 4, 50, 1, 0, circuit probes must be from 1 to 100"
    })
    void saysWhichLimitMakesNoSense(int window, int least, int percent, long millis, int probes, String rule) {
        assertThatThrownBy(() -> new CircuitLimits(window, least, percent, Duration.ofMillis(millis), probes))
                .hasMessageStartingWith(rule);
    }

    private void open() {
        send(FAILURE, FAILURE, FAILURE, FAILURE);
    }

    /** @return the last reply */
    private Reply send(Reply... replies) {
        Reply last = null;
        for (var reply : replies) {
            last = lane.send(() -> CompletableFuture.completedFuture(reply)).join();
        }
        return last;
    }

    private static Reply answer(int status) {
        return new Reply.Answer(status, new byte[0], 0);
    }

    private static Handler listener(List<String> said) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(MessageFormat.format(line.getMessage(), line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
