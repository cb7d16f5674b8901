package dev.covenant.chaos.schedule;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScheduleTest {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Set<Blow> ALL = EnumSet.allOf(Blow.class);

    @Test
    void theSameSeedMakesTheSameSchedule() {
        assertThat(Schedule.of(7, HALF_AN_HOUR, 210, ALL)).isEqualTo(Schedule.of(7, HALF_AN_HOUR, 210, ALL));
        assertThat(Schedule.of(8, HALF_AN_HOUR, 210, ALL)).isNotEqualTo(Schedule.of(7, HALF_AN_HOUR, 210, ALL));
    }

    /** A seed in somebody's notes must mean the same next year: whoever changes the drawing says so. */
    @Test
    void aSeedMeansTheSameForEver() {
        assertThat(Schedule.of(1, Duration.ofMinutes(1), 3, ALL))
                .extracting(Strike::toString)
                .containsExactly(
                        "#1 at 16.0 s: down issuer for 3.5 s",
                        "#2 at 20.5 s: reset orders → postgresql for 4.1 s",
                        "#3 at 35.1 s: late-request customers → orders-2 for 6.0 s");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261126})
    void thereAreAsManyAsWantedOfEveryKindAndAllEndWithTheTraffic(long seed) {
        var strikes = Schedule.of(seed, HALF_AN_HOUR, 210, ALL);
        assertThat(strikes).hasSize(210).isSortedAccordingTo((a, b) -> a.begins()
                .compareTo(b.begins()));
        assertThat(strikes).extracting(Strike::blow).containsAll(ALL);
        assertThat(strikes).extracting(Strike::target).contains(Target.values());
        assertThat(strikes)
                .allMatch(strike -> strike.ends().compareTo(HALF_AN_HOUR) <= 0
                        && strike.blow().targets().contains(strike.target()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261126})
    void noTargetIsStruckBeforeItHadTimeToRecover(long seed) {
        var byTarget =
                Schedule.of(seed, HALF_AN_HOUR, 210, ALL).stream().collect(Collectors.groupingBy(Strike::target));
        assertThat(byTarget.values()).allSatisfy(ScheduleTest::assertTheyFollowEachOther);
    }

    @Test
    void onlyTheChosenKindsAreDrawn() {
        assertThat(Schedule.of(1, HALF_AN_HOUR, 50, EnumSet.of(Blow.CRASH)))
                .extracting(Strike::blow)
                .containsOnly(Blow.CRASH);
    }

    @Test
    void moreThanFitAreRefused() {
        assertThatThrownBy(() -> Schedule.of(1, Duration.ofMinutes(1), 500, ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Too many faults");
    }

    private static void assertTheyFollowEachOther(List<Strike> strikes) {
        for (int next = 1; next < strikes.size(); next++) {
            var before = strikes.get(next - 1);
            assertThat(strikes.get(next).begins())
                    .isGreaterThanOrEqualTo(before.ends().plus(before.blow().recovery()));
        }
    }
}
