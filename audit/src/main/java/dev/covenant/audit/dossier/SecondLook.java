package dev.covenant.audit.dossier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Tells what is wrong from what was only seen while it moved.
 *
 * <p>Four books cannot be read at one moment, so a dossier may show an order before a step and the payment after it. But two readings in
 * a row that are equal do show one moment: that between the end of the first and the start of the second. Each part was read once
 * before it and once after it, and was the same. Had it moved and come back in between, it would show: orders number their events, a
 * saga counts who took it up, payments and reservations keep the time of their last change, attempts count their tries, and the
 * provider's charges only ever move forward. So at that moment all four books said what the dossier says.
 *
 * <p>And every check holds at every moment of a sound run, not only at its end, because the services commit in an order that makes it so:
 * the saga and its ids before the first call; an attempt before the provider is asked; a neighbour's change before its answer is
 * written down by orders; DONE last. What a check needs to wait for (a saga that runs, an attempt that is open) it reads from the same
 * dossier, and lets pass. Hence what is suspicious in a dossier of one moment is wrong.
 *
 * <p>Nothing is missed either: what stands still is seen the same by every reading, and what moves is not at its end yet. A dossier that
 * keeps moving through all looks is counted, and is for the next audit.
 */
public final class SecondLook {
    private static final int LOOKS = 6;

    private final Reading reading;
    private final Pause pause;

    public SecondLook(Reading reading, Pause pause) {
        this.reading = reading;
        this.pause = pause;
    }

    /** Reads those dossiers again, and again, until each is no suspect any more or has stood still. */
    public Confirmed confirm(Collection<Dossier> suspects, Predicate<Dossier> isSuspicious) {
        var standing = new ArrayList<Dossier>();
        var open = byKey(suspects);
        for (var look = 0; look < LOOKS && !open.isEmpty(); look++) {
            pause.before(look);
            var seen = open;
            var again = reading.read(open.keySet()).values();
            again.stream()
                    .filter(dossier -> dossier.equals(seen.get(dossier.key())))
                    .forEach(standing::add);
            open = byKey(again.stream()
                    .filter(dossier -> !dossier.equals(seen.get(dossier.key())))
                    .filter(isSuspicious)
                    .toList());
        }
        return new Confirmed(standing, List.copyOf(open.values()));
    }

    private static Map<CaseKey, Dossier> byKey(Collection<Dossier> dossiers) {
        var map = new HashMap<CaseKey, Dossier>();
        dossiers.forEach(dossier -> map.put(dossier.key(), dossier));
        return map;
    }

    /** Reads what there is under these keys, the books always in the same order. */
    @FunctionalInterface
    public interface Reading {
        Map<CaseKey, Dossier> read(Collection<CaseKey> keys);
    }

    /**
     * @param standing are wrong
     * @param moving were suspicious at each look, and different at each
     */
    public record Confirmed(List<Dossier> standing, List<Dossier> moving) {}

    /** Lets what moves come to rest. */
    @FunctionalInterface
    public interface Pause {
        /** @param look 0 for the second reading of all */
        void before(int look);

        /** None before the first repetition, since most things move within milliseconds; then ever longer, two seconds in all. */
        static Pause growing() {
            return look -> {
                if (look > 0) {
                    sleep(Duration.ofMillis(30L << look));
                }
            };
        }

        private static void sleep(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
