package dev.covenant.registry.api.page;

import java.util.List;

import dev.covenant.registry.pact.Pact;

/**
 * A contract as it is shown.
 *
 * @param providerVersion that was verified last; null for none, like the time
 * @param total how many interactions there are
 * @param interactions of this page
 */
public record PactView(
        Site site,
        Pact pact,
        VersionView version,
        Moment published,
        Verdict verdict,
        String providerVersion,
        Moment verified,
        int total,
        List<Interaction> interactions,
        Paging paging) {}
