package dev.covenant.devstack.contracts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.Part;

/**
 * The versions of the services in this checkout. A service's version is the last commit that touched its directory or what all services
 * are made of; the branch is what the build server says, before git, whose head is detached there.
 */
public final class Revisions {
    private static final String[] SHARED = {"chassis", "liberty-config", "pom.xml"};

    /** The pull request's own branch before the name of its build; Jenkins, GitHub, GitLab. */
    private static final List<String> BRANCH_VARIABLES = List.of(
            "CHANGE_BRANCH",
            "BRANCH_NAME",
            "GITHUB_HEAD_REF",
            "GITHUB_REF_NAME",
            "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
            "CI_COMMIT_REF_NAME",
            "GIT_BRANCH");

    private static final String DETACHED = "HEAD";

    private final Git git;
    private final Map<String, String> environment;

    /** @param environment the variables of this process */
    public Revisions(Workspace workspace, Map<String, String> environment) {
        this.git = new Git(workspace.root());
        this.environment = environment;
    }

    /** @throws DevstackException when the branch is unknown, or git does not have the history that tells the version */
    public Revision of(Part service) {
        if (git.read("rev-parse", "--is-shallow-repository").equals("true")) {
            throw new DevstackException(
                    "This is a shallow clone: which commit touched a service last is not to be seen. Fetch all: git fetch --unshallow");
        }
        var paths = Stream.concat(Stream.of("log", "-1", "--format=%H", "--", service.module()), Stream.of(SHARED));
        return new Revision(service.id(), git.read(paths.toArray(String[]::new)), branch());
    }

    /** @throws DevstackException naming what is not committed: nobody could find again what was published */
    public void requireClean() {
        var changed = git.read("status", "--porcelain");
        if (!changed.isEmpty()) {
            throw new DevstackException("""
                    Not committed, so there is no commit that it could be known by:
                    %s
                    Commit it, or put it aside with git stash -u.""".formatted(changed.indent(2).stripTrailing()));
        }
    }

    private String branch() {
        return BRANCH_VARIABLES.stream()
                .map(environment::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .map(value -> value.replaceFirst("^(refs/heads|origin)/", ""))
                .findFirst()
                .orElseGet(this::branchOfGit);
    }

    private String branchOfGit() {
        var branch = git.read("rev-parse", "--abbrev-ref", DETACHED);
        if (branch.equals(DETACHED)) {
            throw new DevstackException(
                    "Git's head is detached, so the branch is unknown. Say which it is: BRANCH_NAME=main ./covenant contracts ...");
        }
        return branch;
    }
}
