package dev.covenant.chaos.traffic;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** What customers want, drawn from the seed: the same seed makes the same wishes. */
final class Wishes {
    private static final int LATEST_CANCELLATION_MILLIS = 3_000;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long seed;

    Wishes(long seed) {
        this.seed = seed;
    }

    /** The wish of the customer who comes as number {@code number}. */
    Wish of(int number) {
        // Each from a generator of its own, so that it does not hang on who asks first; the first value of similar
        // seeds is similar.
        var random = new Random(seed + number * SPREAD);
        random.nextLong();
        var pieces = new TreeMap<String, Integer>();
        var kind = random.nextInt(100);
        if (kind < 70) {
            var isHot = random.nextInt(100) < 30;
            pieces.put(isHot ? Assortment.HOT : Assortment.mug(random), 1 + random.nextInt(2));
        }
        if (kind >= 50) {
            pieces.put(Assortment.ebook(random), 1);
        }
        return new Wish(number, pieces, token(random.nextInt(100)), random.nextInt(100) < 12, cancellation(random));
    }

    private static Optional<Duration> cancellation(Random random) {
        return random.nextInt(100) < 12
                ? Optional.of(Duration.ofMillis(random.nextInt(LATEST_CANCELLATION_MILLIS)))
                : Optional.empty();
    }

    private static String token(int draw) {
        if (draw < 80) {
            return "tok_approve";
        } else if (draw < 86) {
            return "tok_decline_insufficient_funds";
        } else if (draw < 92) {
            return "tok_slow_1200";
        } else if (draw < 94) {
            return "tok_slow_4000";
        } else if (draw < 97) {
            return "tok_no_answer";
        } else {
            return "tok_refuse_capture";
        }
    }
}
