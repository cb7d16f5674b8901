package dev.covenant.orders.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;

import dev.covenant.orders.page.Known.Live;
import dev.covenant.orders.page.Known.Stale;
import dev.covenant.orders.page.Known.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;

class LastKnownTest {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration STALE = Duration.ofMinutes(5);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final List<Call> calls = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private final LastKnown<String, Integer> known =
            new LastKnown<>(this::ask, new PartSettings(LONG, FRESH, STALE, 100), () -> now.toNanos());

    @Test
    void isLiveForAMomentWithoutBeingAskedAgain() {
        hear("A", 1);

        now = FRESH.minusMillis(1);

        assertThat(about("A")).containsEntry("A", new Live<>(1));
        assertThat(calls).hasSize(1);
    }

    @Test
    void isAskedAgainAfterThat() {
        hear("A", 1);

        now = FRESH;
        hear("A", 2);

        assertThat(about("A")).containsEntry("A", new Live<>(2));
        assertThat(calls).hasSize(2);
    }

    @Test
    void isStaleWithItsAgeWhenThereIsNoAnswer() {
        hear("A", 1);

        now = Duration.ofSeconds(7);
        var page = known.about(Set.of("A"), LONG);
        calls.getLast().isSilent();

        assertThat(page.join()).containsEntry("A", new Stale<>(1, Duration.ofSeconds(7)));
    }

    @Test
    void isUnavailableWhenTheLastAnswerIsTooOld() {
        hear("A", 1);

        now = STALE.minusNanos(1);
        assertThat(about("A").get("A")).isInstanceOf(Stale.class);

        now = STALE;
        assertThat(about("A")).containsEntry("A", new Unavailable<>());
    }

    @Test
    void isUnavailableWhenThereNeverWasAnAnswer() {
        assertThat(about("A")).containsEntry("A", new Unavailable<>());
    }

    @Test
    void isAskedForOnceHoweverManyWantItAtOnce() {
        var first = known.about(Set.of("A", "B"), LONG);
        var second = known.about(Set.of("A", "B"), LONG);

        calls.getLast().answers(Map.of("A", 1, "B", 2));

        assertThat(calls).hasSize(1);
        assertThat(first.join()).isEqualTo(second.join()).containsEntry("B", new Live<>(2));
    }

    @Test
    void whatIsKnownOrOnItsWayIsLeftOutOfTheCall() {
        hear("A", 1);
        var onItsWay = known.about(Set.of("B"), LONG);

        var page = known.about(Set.of("A", "B", "C", "D"), LONG);

        assertThat(calls).extracting(Call::keys).containsExactly(Set.of("A"), Set.of("B"), Set.of("C", "D"));
        calls.get(1).answers(Map.of("B", 2));
        calls.get(2).answers(Map.of("C", 3, "D", 4));
        assertThat(onItsWay).isDone();
        assertThat(page.join().values())
                .containsExactlyInAnyOrder(new Live<>(1), new Live<>(2), new Live<>(3), new Live<>(4));
    }

    @Test
    void silenceAboutOneLeavesTheOthersAsTheyAre() {
        hear("A", 1);

        var page = known.about(Set.of("A", "B"), LONG);
        calls.getLast().isSilent();

        assertThat(page.join()).containsOnly(Map.entry("A", new Live<>(1)), Map.entry("B", new Unavailable<>()));
    }

    @Test
    void nobodyWaitsLongerThanHeWantsAndTheLateAnswerIsKept() {
        assertThat(known.about(Set.of("A"), Duration.ofMillis(1)).join()).containsEntry("A", new Unavailable<>());

        calls.getLast().answers(Map.of("A", 1));

        assertThat(about("A")).containsEntry("A", new Live<>(1));
        assertThat(calls).hasSize(1);
    }

    @Test
    void isAskedForAgainAfterSilence() {
        about("A");
        calls.getLast().isSilent();

        hear("A", 1);

        assertThat(about("A")).containsEntry("A", new Live<>(1));
    }

    @Test
    void aFaultOfOursCountsAsSilence() {
        var page = known.about(Set.of("A"), LONG);
        calls.getLast().answer.completeExceptionally(new IllegalStateException("broken on purpose"));

        assertThat(page.join()).containsEntry("A", new Unavailable<>());
    }

    private void hear(String key, int value) {
        var page = known.about(Set.of(key), LONG);
        calls.getLast().answers(Map.of(key, value));
        assertThat(page.join()).containsEntry(key, new Live<>(value));
    }

    private Map<String, Known<Integer>> about(String key) {
        return known.about(Set.of(key), AT_ONCE).join();
    }

    private CompletionStage<Optional<Map<String, Integer>>> ask(Set<String> keys) {
        calls.add(new Call(keys, new CompletableFuture<>()));
        return calls.getLast().answer;
    }

    private record Call(Set<String> keys, CompletableFuture<Optional<Map<String, Integer>>> answer) {
        void answers(Map<String, Integer> values) {
            answer.complete(Optional.of(values));
        }

        void isSilent() {
            answer.complete(Optional.empty());
        }
    }
}
