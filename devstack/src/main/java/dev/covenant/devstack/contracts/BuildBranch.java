package dev.covenant.devstack.contracts;

import java.io.File;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The branch that a build server says it builds: Jenkins, GitHub, GitLab. A fork's branch is named with its fork before a colon, which no
 * branch of ours can have: a stranger's main is not main. A tag is no branch, nor is what has its name. Of remotes only {@code origin/}
 * is known: another one's name stays part of the branch's.
 *
 * @param environment the variables of this process
 */
public record BuildBranch(Map<String, String> environment) {

    /** Empty when none is named. */
    public Optional<String> name() {
        var tags = tags().toList();
        return Stream.of(
                        ofFork(variable("CHANGE_BRANCH"), variable("CHANGE_FORK")),
                        variable("BRANCH_NAME"),
                        ofFork(variable("GITHUB_HEAD_REF"), forkOnGitHub()),
                        variable("GITHUB_REF_NAME"),
                        ofFork(variable("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"), forkOnGitLab()),
                        variable("CI_COMMIT_REF_NAME"),
                        variable("GIT_BRANCH"))
                .flatMap(Optional::stream)
                .map(value -> value.replaceFirst("^(refs/heads|origin)/", ""))
                .filter(value -> !tags.contains(value) && !value.startsWith("refs/tags/"))
                .findFirst();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private Stream<String> tags() {
        var onGitHub = variable("GITHUB_REF_TYPE").filter("tag"::equals).flatMap(_ -> variable("GITHUB_REF_NAME"));
        return Stream.of(variable("TAG_NAME"), variable("CI_COMMIT_TAG"), onGitHub)
                .flatMap(Optional::stream);
    }

    private static Optional<String> ofFork(Optional<String> branch, Optional<String> fork) {
        return branch.map(name -> fork.map(owner -> owner + ":" + name).orElse(name));
    }

    /** No variable tells: only the event does. When it does not, it may be anybody's. */
    private Optional<String> forkOnGitHub() {
        var from = variable("GITHUB_EVENT_PATH").flatMap(BuildBranch::headRepository);
        return Optional.of(from.orElse("unknown"))
                .filter(name -> !variable("GITHUB_REPOSITORY").equals(Optional.of(name)));
    }

    private Optional<String> forkOnGitLab() {
        return variable("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH")
                .filter(name -> !variable("CI_MERGE_REQUEST_PROJECT_PATH").equals(Optional.of(name)));
    }

    private static Optional<String> headRepository(String event) {
        try {
            var name = JsonMapper.shared().readTree(new File(event)).at("/pull_request/head/repo/full_name");
            return Optional.of(name.asString("")).filter(text -> !text.isEmpty());
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
