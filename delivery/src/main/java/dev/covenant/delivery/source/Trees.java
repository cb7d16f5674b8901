package dev.covenant.delivery.source;

import java.nio.file.Files;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.Git;

/**
 * Working trees beside the one that people work in: what is built of a commit is built there, so that nothing that lies about uncommitted,
 * left over or ignored gets in, and no build here disturbs what runs from this one.
 */
public final class Trees {
    private final Workspace workspace;

    public Trees(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * A commit, checked out.
     *
     * @param name of the tree, which is used again for the next commit; who builds at the same time uses another
     */
    public Tree checkOut(String name, String commit) {
        var directory = workspace.kept().resolve("trees").resolve(name);
        if (Files.isDirectory(directory)) {
            new Git(directory).read("checkout", "--quiet", "--force", "--detach", commit);
            new Git(directory).read("clean", "--quiet", "--force", "-d");
        } else {
            var git = new Git(workspace.root());
            git.read("worktree", "prune");
            git.read("worktree", "add", "--quiet", "--force", "--detach", directory.toString(), commit);
        }
        return new Tree(new Workspace(directory), workspace);
    }
}
