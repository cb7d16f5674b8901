package dev.covenant.chaos.experiment;

import java.time.Duration;

import dev.covenant.chaos.schedule.Blow;
import dev.covenant.chaos.schedule.Target;

/**
 * A neighbour of the checkout page is killed.
 *
 * @param part what of the page comes from it, as its JSON names it
 * @param words the same for people
 */
record CheckoutPage(Target neighbour, String part, String words) implements Experiment {
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final Duration DURING = Duration.ofSeconds(15);
    private static final long BOUND_MILLIS = 750;

    @Override
    public String name() {
        return "checkout-page-without-" + neighbour;
    }

    @Override
    public String hypothesis() {
        return "While %s is down, the checkout page is shown, with what was last known of %s."
                .formatted(neighbour, words);
    }

    @Override
    public String bound() {
        return "every page shown, 95 of 100 within %d ms, the later half with what was last known"
                .formatted(BOUND_MILLIS);
    }

    @Override
    public Finding run(Lab lab) {
        try (var pages = new Steady(4, _ -> lab.page())) {
            Lab.pass(BEFORE);
            var struck = System.nanoTime();
            var undo = lab.strike(Blow.KILL, neighbour);
            Lab.pass(DURING);
            var during = pages.endedSince(struck);
            undo.run();
            var shown = during.stream()
                    .filter(sample -> sample.told().status() == 200)
                    .toList();
            var stale = shown.stream().filter(this::isStale).count();
            var wait = Sample.percentile(95, during);
            return new Finding(
                    name(),
                    hypothesis(),
                    bound(),
                    "%d of %d shown, 95 of 100 within %d ms; %d with what was last known"
                            .formatted(shown.size(), during.size(), wait, stale),
                    during.size() >= Steady.ENOUGH
                            && shown.size() == during.size()
                            && stale >= during.size() / 2
                            && wait <= BOUND_MILLIS);
        }
    }

    private boolean isStale(Sample sample) {
        return sample.told()
                .json()
                .map(page -> page.path("parts").path(part).path("state").asString(""))
                .filter("stale"::equals)
                .isPresent();
    }
}
