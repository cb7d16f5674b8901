package dev.covenant.registry.version;

import java.util.List;

import org.jdbi.v3.core.Handle;

/**
 * The heads of branches from which versions are taken. Whoever takes some locks the branches before, so that of two that are taken at once
 * none becomes the head when the other goes.
 */
record BranchHeads(Handle handle) {

    /** The branches on which the version is, locked in one order. The version's row is locked by the caller: it cannot get on another. */
    List<Long> lock(Version version) {
        return handle.createQuery("""
                        SELECT id FROM branch WHERE id IN (SELECT branch_id FROM branch_version WHERE version_id = :version)
                        ORDER BY id FOR NO KEY UPDATE""")
                .bind("version", version.id())
                .mapTo(Long.class)
                .list();
    }

    /** The branch of that name, if there is one, locked. */
    List<Long> lock(long pacticipant, String name) {
        return handle.createQuery(
                        "SELECT id FROM branch WHERE pacticipant_id = :pacticipant AND name = :name FOR NO KEY UPDATE")
                .bind("pacticipant", pacticipant)
                .bind("name", name)
                .mapTo(Long.class)
                .list();
    }

    /** Of these branches, which are locked, each that lost its head: from now on it is the highest version that is left. */
    void name(List<Long> branches) {
        handle.createQuery("""
                        SELECT id FROM branch b WHERE id = ANY(:branches) AND NOT EXISTS
                            (SELECT FROM branch_version WHERE branch_id = b.id AND version_id = b.head_version_id)""")
                .bind("branches", branches.toArray(Long[]::new))
                .mapTo(Long.class)
                .list()
                .forEach(branch -> handle.createUpdate("UPDATE branch SET head_version_id = :head WHERE id = :branch")
                        .bind("branch", branch)
                        .bind("head", highest(branch))
                        .execute());
    }

    /** Locked against the clean-up, which does not ask for branches: what it has just forgotten is passed over. Null when none is left. */
    private Long highest(long branch) {
        while (true) {
            var highest = handle.createQuery("SELECT max(version_id) FROM branch_version WHERE branch_id = :branch")
                    .bind("branch", branch)
                    .mapTo(Long.class)
                    .one();
            if (highest == null || isThere(highest)) {
                return highest;
            }
        }
    }

    private boolean isThere(long version) {
        return handle.createQuery("SELECT id FROM version WHERE id = :id FOR KEY SHARE")
                .bind("id", version)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }
}
