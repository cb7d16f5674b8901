package dev.covenant.chaos.traffic;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WishesTest {
    private static final List<Wish> MANY = wishes(1);

    @Test
    void areTheSameForTheSameSeedInWhateverOrderTheyAreAskedFor() {
        assertThat(new Wishes(1).of(77)).isEqualTo(MANY.get(77));
        assertThat(wishes(2)).isNotEqualTo(MANY);
    }

    @Test
    void areOfEverySort() {
        assertThat(MANY).anyMatch(WishesTest::isPhysical).anyMatch(wish -> !isPhysical(wish));
        assertThat(MANY)
                .anyMatch(wish -> isPhysical(wish)
                        && wish.pieces().keySet().stream().anyMatch(sku -> !Assortment.isPhysical(sku)));
        assertThat(MANY).extracting(Wish::sentTwice).contains(true, false);
        assertThat(MANY)
                .extracting(Wish::cancelsAfter)
                .extracting(Optional::isPresent)
                .contains(true, false);
        assertThat(MANY)
                .extracting(Wish::paymentToken)
                .contains(
                        "tok_approve",
                        "tok_decline_insufficient_funds",
                        "tok_slow_1200",
                        "tok_slow_4000",
                        "tok_no_answer",
                        "tok_refuse_capture");
        assertThat(MANY).anyMatch(wish -> wish.pieces().containsKey(Assortment.HOT));
        assertThat(MANY).noneMatch(wish -> wish.pieces().isEmpty());
    }

    private static boolean isPhysical(Wish wish) {
        return wish.pieces().keySet().stream().anyMatch(Assortment::isPhysical);
    }

    private static List<Wish> wishes(long seed) {
        return IntStream.range(0, 500).mapToObj(new Wishes(seed)::of).toList();
    }
}
