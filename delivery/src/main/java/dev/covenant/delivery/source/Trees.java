package dev.covenant.delivery.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import dev.covenant.delivery.holds.Hold;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.Git;

/**
 * Working trees beside the one that people work in: what is built of a commit is built there, so that nothing that lies about uncommitted,
 * left over or ignored gets in, and no build here disturbs what runs from this one.
 */
public final class Trees {
    private static final Duration AS_LONG_AS_A_BUILD = Duration.ofMinutes(15);

    private final Workspace workspace;
    private final Duration patience;

    public Trees(Workspace workspace) {
        this(workspace, AS_LONG_AS_A_BUILD);
    }

    Trees(Workspace workspace, Duration patience) {
        this.workspace = workspace;
        this.patience = patience;
    }

    /**
     * A commit, checked out, for the caller alone until he closes it. What an earlier one left running there is ended.
     *
     * @param name of the tree, which is used again for the next commit; who builds there at the same time is waited for
     * @throws DevstackException when somebody else builds there for more than 15 minutes, saying who, or when git does not have the commit
     */
    public Tree checkOut(String name, String commit) {
        var directory = workspace.kept().resolve("trees").resolve(name);
        var hold = Hold.await(
                directory.resolveSibling(name + ".lock"), "the tree of " + name, "build", Clock.systemUTC(), patience);
        try {
            var leftOver = directory.resolveSibling(name + ".process");
            Tree.end(leftOver);
            var whole = new Git(workspace.root()).read("rev-parse", "--verify", commit + "^{commit}");
            if (!isUsedAgain(directory, whole)) {
                makeAnew(directory, whole);
            }
            return new Tree(new Workspace(directory), workspace, whole, leftOver, hold);
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    /** Keeps what was built there, so that the next build takes less time. */
    private static boolean isUsedAgain(Path directory, String commit) {
        // Without this file it is no tree of its own, and git would take the one around it: people's.
        if (!Files.isRegularFile(directory.resolve(".git"))) {
            return false;
        }
        try {
            var git = new Git(directory);
            git.read("checkout", "--quiet", "--force", "--detach", commit);
            git.read("clean", "--quiet", "--force", "-d");
            return true;
        } catch (DevstackException brokenOff) {
            // Locked or half written by a git that was killed.
            return false;
        }
    }

    private void makeAnew(Path directory, String commit) {
        Directories.delete(directory);
        var git = new Git(workspace.root());
        git.read("worktree", "prune");
        // Twice: also when a git that was killed has left it locked.
        git.read("worktree", "add", "--quiet", "--force", "--force", "--detach", directory.toString(), commit);
    }
}
