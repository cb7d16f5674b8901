package dev.covenant.delivery.schema;

import java.util.Optional;

import dev.covenant.devstack.contracts.Git;

/** Releases are tags {@code v1.0}, {@code v1.1.2} and so on. */
final class ReleaseTag {
    private ReleaseTag() {}

    /** The last one that the commit comes after, or is. */
    static Optional<String> before(String commit, Git git) {
        var reachable = git.read("tag", "--list", "v[0-9]*", "--merged", commit);
        return reachable.isEmpty()
                ? Optional.empty()
                : Optional.of(git.read("describe", "--tags", "--abbrev=0", "--match", "v[0-9]*", commit));
    }
}
