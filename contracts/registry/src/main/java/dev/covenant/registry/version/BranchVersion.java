package dev.covenant.registry.version;

import java.time.Instant;

/**
 * That a version was built from a branch.
 *
 * @param latest whether it is the branch's head
 */
public record BranchVersion(long versionId, String branch, boolean latest, Instant createdAt) {}
