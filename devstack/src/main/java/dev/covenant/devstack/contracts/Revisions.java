package dev.covenant.devstack.contracts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.Part;

/**
 * The versions of the services in this checkout. A service's version is the last commit that touched its directory or what all services
 * are made of; the branch is what the build server says, before git, whose head is detached there.
 */
public final class Revisions {
    private static final List<String> SHARED = List.of("chassis", "liberty-config", "pom.xml");

    private static final String DETACHED = "HEAD";

    private final Git git;
    private final BuildBranch build;

    /** @param environment the variables of this process */
    public Revisions(Workspace workspace, Map<String, String> environment) {
        this.git = new Git(workspace.root());
        this.build = new BuildBranch(environment);
    }

    /** Directories and files from the root of the tree: its own, and what all services are made of. */
    public static List<String> madeOf(Part service) {
        return Stream.concat(Stream.of(service.module()), SHARED.stream()).toList();
    }

    /** @throws DevstackException when the branch is unknown, or git does not have the history that tells the version */
    public Revision of(Part service) {
        return new Revision(service.id(), commit(service), build.name().orElseGet(this::branchOfGit));
    }

    /**
     * The version alone, for what asks for no branch: a tag that is deployed is on none.
     *
     * @throws DevstackException when git does not have the history that tells it
     */
    public String commit(Part service) {
        if (git.read("rev-parse", "--is-shallow-repository").equals("true")) {
            throw new DevstackException(
                    "This is a shallow clone: which commit touched a service last is not to be seen. Fetch all: git fetch --unshallow");
        }
        var question = Stream.concat(Stream.of("log", "-1", "--format=%H", "--"), madeOf(service).stream());
        return git.read(question.toArray(String[]::new));
    }

    /** @throws DevstackException naming what is not committed: nobody could find again what was published */
    public void requireClean() {
        var changed = git.read("status", "--porcelain", "--untracked-files=all");
        if (!changed.isEmpty()) {
            throw new DevstackException("""
                    Not committed, so there is no commit that it could be known by:
                    %s
                    Commit it, or put it aside with git stash -u.""".formatted(changed.indent(2).stripTrailing()));
        }
    }

    /**
     * Whether what is built now is still the version that was named before.
     *
     * @throws DevstackException when something was committed since
     */
    public void requireUnchanged(Part service, String version) {
        var now = commit(service);
        if (!now.equals(version)) {
            throw new DevstackException(
                    "Something was committed meanwhile: %s was to be verified as %s, and what is built is %s. Begin again."
                            .formatted(service.id(), version, now));
        }
    }

    private String branchOfGit() {
        var branch = git.read("rev-parse", "--abbrev-ref", DETACHED);
        if (branch.equals(DETACHED)) {
            throw new DevstackException(
                    "Git's head is detached, so the branch is unknown; a tag is none. Say which it is: BRANCH_NAME=main ./covenant contracts ...");
        }
        return branch;
    }
}
