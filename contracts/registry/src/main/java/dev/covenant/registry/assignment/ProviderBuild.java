package dev.covenant.registry.assignment;

import java.time.Instant;
import java.util.List;

import dev.covenant.registry.pacticipant.Pacticipant;

/**
 * The build that asks what to verify.
 *
 * @param branch null when it was not given
 * @param wipSince heads published later that it has not verified are work in progress; null for none of that
 */
public record ProviderBuild(Pacticipant provider, String branch, List<String> tags, Instant wipSince) {

    /** Lines of work: its branch, or else its tags. What was verified on one is pending on another until it is verified there too. */
    List<String> lines() {
        return branch == null ? tags : List.of(branch);
    }
}
