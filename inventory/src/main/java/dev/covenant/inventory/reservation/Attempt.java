package dev.covenant.inventory.reservation;

import java.util.List;

/** What one attempt to hold stock came to. */
sealed interface Attempt {
    /** It is decided, and stored. */
    record Answered(ReserveOutcome outcome) implements Attempt {}

    /** Nothing is stored: of these SKUs there was too little, but some of their holds can be given up. */
    record SweepFirst(List<String> skus) implements Attempt {}
}
