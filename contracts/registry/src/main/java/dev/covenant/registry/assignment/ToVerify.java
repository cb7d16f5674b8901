package dev.covenant.registry.assignment;

import java.util.List;

import dev.covenant.registry.pact.Pact;

/**
 * A content to verify, whichever and however many consumer versions say it.
 *
 * @param pact the contract of the latest of those versions
 * @param reasons at least one
 * @param pending whether its failure should not fail the build
 * @param pendingTags if the build goes by tags: those for which it is pending
 */
public record ToVerify(Pact pact, List<Reason> reasons, boolean wip, boolean pending, List<String> pendingTags) {}
