package dev.covenant.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.covenant.chaos.conscience.Verdict;
import dev.covenant.chaos.sabotage.Struck;
import dev.covenant.chaos.traffic.Visit;

/**
 * What happened in a run.
 *
 * @param healed since the begin of the traffic, when every part was whole again
 * @param struck the faults as they were
 * @param failures faults that could not be taken back when their time had come, and what was not whole even when all was to be healed
 */
public record ChaosResult(
        ChaosPlan plan,
        Instant begun,
        List<Visit> visits,
        List<Struck> struck,
        List<String> failures,
        Duration healed,
        Verdict verdict) {

    /** Nothing was lost, and nothing was left under way. */
    public boolean isClean() {
        return verdict.isClean();
    }
}
