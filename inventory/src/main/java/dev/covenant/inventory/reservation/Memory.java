package dev.covenant.inventory.reservation;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** For how many days after its last change a reservation that is not in force stays known under its id. */
@ApplicationScoped
public class Memory {
    /** The furthest ahead that a hold may end. */
    public static final Duration LONGEST_HOLD = Duration.ofHours(24);

    private final int days;

    @Inject
    Memory(@ConfigProperty(name = "inventory.remembered-days") int days) {
        if (days < 2) {
            throw new IllegalArgumentException("inventory.remembered-days must be at least 2, not " + days);
        }
        this.days = days;
    }

    int days() {
        return days;
    }

    /**
     * Whether a hold with this end, had it been asked for or undone before, would surely be known still. If not, a request for it may be a
     * late copy of one that is forgotten, and must not be done again. A reservation's last change is at most one longest hold before its
     * end, so the answer is false that much earlier than anything is forgotten.
     */
    public boolean reachesBackTo(Instant end, Instant now) {
        return !end.isBefore(now.minus(Duration.ofDays(days)).plus(LONGEST_HOLD));
    }
}
