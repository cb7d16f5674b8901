package dev.covenant.chaos.conscience;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictTest {
    private static final Promise KEPT = new Promise("kept", "Is kept.", 3, 0);
    private static final Promise BROKEN = new Promise("broken", "Is broken.", 3, 2);

    @Test
    void saysWhatIsWorst() {
        assertThat(verdict(5, KEPT).words()).isEqualTo("nothing was lost");
        assertThat(verdict(-1, KEPT).words()).startsWith("something was still under way");
        assertThat(verdict(-1, KEPT, BROKEN).words()).isEqualTo("2 promises broken");
    }

    @Test
    void isNotCleanWhenABookWasNotRead() {
        var verdict = new Verdict(5, List.of(KEPT), List.of(), List.of("payments"));
        assertThat(verdict.isClean()).isFalse();
        assertThat(verdict.words()).contains("could not be read");
    }

    private static Verdict verdict(long quietAfter, Promise... promises) {
        return new Verdict(quietAfter, List.of(promises), List.of(), List.of());
    }
}
