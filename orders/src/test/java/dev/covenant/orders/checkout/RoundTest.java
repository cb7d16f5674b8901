package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static dev.covenant.orders.checkout.StepName.AUTHORIZE;
import static dev.covenant.orders.checkout.StepName.RESERVE;
import static org.assertj.core.api.Assertions.assertThat;

class RoundTest {
    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final StepAnswer DONE = new StepAnswer.Done();
    private static final StepAnswer UNKNOWN = new StepAnswer.Unknown("TimeoutException");

    private final CompletableFuture<StepAnswer> stock = new CompletableFuture<>();
    private final CompletableFuture<StepAnswer> payment = new CompletableFuture<>();

    @Test
    void givesOutTogetherWhatComesTogether() {
        var next = nextOf(round(LONG));
        stock.complete(DONE);
        assertThat(next).isNotDone();
        payment.complete(UNKNOWN);

        assertThat(next).succeedsWithin(SOON).isEqualTo(Map.of(RESERVE, DONE, AUTHORIZE, UNKNOWN));
    }

    @Test
    void givesOutADecisionWhileTheOtherStaysAway() {
        var round = round(NOT_AT_ALL);
        stock.complete(DONE);

        assertThat(nextOf(round)).succeedsWithin(SOON).isEqualTo(Map.of(RESERVE, DONE));
        assertThat(round.awaited()).containsExactly(AUTHORIZE);

        payment.complete(DONE);
        assertThat(nextOf(round)).succeedsWithin(SOON).isEqualTo(Map.of(AUTHORIZE, DONE));
        assertThat(round.awaited()).isEmpty();
    }

    @Test
    void keepsWhatDecidesNothingUntilAllHaveAnswered() {
        var next = nextOf(round(NOT_AT_ALL));
        stock.complete(UNKNOWN);
        assertThat(next).isNotDone();
        payment.complete(UNKNOWN);

        assertThat(next).succeedsWithin(SOON).isEqualTo(Map.of(RESERVE, UNKNOWN, AUTHORIZE, UNKNOWN));
    }

    private Round round(Duration together) {
        return new Round(Map.of(RESERVE, stock, AUTHORIZE, payment), together);
    }

    private static CompletableFuture<Map<StepName, StepAnswer>> nextOf(Round round) {
        return CompletableFuture.supplyAsync(round::next);
    }
}
