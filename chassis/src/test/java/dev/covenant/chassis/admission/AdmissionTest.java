package dev.covenant.chassis.admission;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

import com.netflix.concurrency.limits.Limiter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AdmissionTest {
    private static final long BEARABLE_MILLIS = 1_000;

    private long now;
    private final Deque<Limiter.Listener> inside = new ArrayDeque<>();
    private final Admission admission = new Admission(new AdmissionLimits(5, 10, BEARABLE_MILLIS, 20), () -> now);

    @Test
    void letsInUpToTheLimitAndAgainWhenSomebodyLeft() {
        assertThat(entering(Kind.COMMANDS, 20)).isEqualTo(10);

        inside.pop().onSuccess();

        assertThat(entering(Kind.COMMANDS, 20)).isOne();
    }

    @Test
    void browsingLeavesRoomForCommands() {
        assertThat(entering(Kind.READS, 20)).isEqualTo(10);

        assertThat(entering(Kind.COMMANDS, 20)).isEqualTo(8);
    }

    @Test
    void commandsLeaveAShareForBrowsing() {
        assertThat(entering(Kind.COMMANDS, 20)).isEqualTo(10);

        assertThat(entering(Kind.READS, 20)).isEqualTo(2);
    }

    @Test
    void slowAnswersLowerTheLimitToTheLeastAndFastOnesRaiseItAgain() {
        for (var times = 0; times < 10; times++) {
            answerTo(entering(Kind.COMMANDS, 10), BEARABLE_MILLIS + 1);
        }
        assertThat(entering(Kind.COMMANDS, 20)).isEqualTo(5);

        answerTo(5, 1);
        for (var times = 0; times < 10; times++) {
            answerTo(entering(Kind.COMMANDS, 20), 1);
        }
        assertThat(entering(Kind.COMMANDS, 20)).isEqualTo(10);
    }

    @Test
    void limitsThatCannotBeMeantAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AdmissionLimits(0, 10, 1, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new AdmissionLimits(11, 10, 1, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new AdmissionLimits(1, 10, 0, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new AdmissionLimits(1, 10, 1, 100));
    }

    /** @return how many of them were let in */
    private int entering(Kind kind, int requests) {
        var before = inside.size();
        for (var request = 0; request < requests; request++) {
            admission.tryEnter(kind).ifPresent(inside::push);
        }
        return inside.size() - before;
    }

    private void answerTo(int requests, long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        for (var request = 0; request < requests; request++) {
            inside.pop().onSuccess();
        }
    }
}
