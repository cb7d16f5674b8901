package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a stranger calls main must not be verified, pending or deployed as ours. */
class BuildBranchTest {
    @TempDir
    private Path directory;

    @Test
    void aPullRequestIsItsOwnBranch() throws IOException {
        assertThat(branch("BRANCH_NAME", "PR-7", "CHANGE_BRANCH", "feat/x")).contains("feat/x");
        assertThat(branch(
                        "GITHUB_HEAD_REF",
                        "feat/x",
                        "GITHUB_REPOSITORY",
                        "we/shop",
                        "GITHUB_EVENT_PATH",
                        event("we/shop")))
                .contains("feat/x");
        assertThat(branch(
                        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "feat/x",
                        "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "we/shop",
                        "CI_MERGE_REQUEST_PROJECT_PATH", "we/shop"))
                .contains("feat/x");
    }

    @Test
    void aForksMainIsNotMain() throws IOException {
        assertThat(branch("BRANCH_NAME", "PR-7", "CHANGE_BRANCH", "main", "CHANGE_FORK", "ann"))
                .contains("ann:main");
        assertThat(branch(
                        "GITHUB_HEAD_REF",
                        "main",
                        "GITHUB_REPOSITORY",
                        "we/shop",
                        "GITHUB_EVENT_PATH",
                        event("ann/shop")))
                .contains("ann/shop:main");
        assertThat(branch(
                        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "main",
                        "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "ann/shop",
                        "CI_MERGE_REQUEST_PROJECT_PATH", "we/shop"))
                .contains("ann/shop:main");
    }

    @Test
    void aPullRequestFromWhoKnowsWhereIsNotMain() throws IOException {
        assertThat(branch("GITHUB_HEAD_REF", "main", "GITHUB_REF_NAME", "main", "GITHUB_REPOSITORY", "we/shop"))
                .contains("unknown:main");
        assertThat(branch("GITHUB_HEAD_REF", "main", "GITHUB_REPOSITORY", "we/shop", "GITHUB_EVENT_PATH", event("")))
                .contains("unknown:main");
    }

    @Test
    void aTagIsNoBranchUnlessItIsSaidOnWhichItIs() {
        assertThat(branch("BRANCH_NAME", "v1", "TAG_NAME", "v1")).isEmpty();
        assertThat(branch("GIT_BRANCH", "refs/tags/v1")).isEmpty();
        assertThat(branch("BRANCH_NAME", "main", "GITHUB_REF_NAME", "v1", "GITHUB_REF_TYPE", "tag"))
                .contains("main");
    }

    @Test
    void onlyTheUsualRemotesNameIsTakenOff() {
        assertThat(branch("GIT_BRANCH", "origin/feat/x")).contains("feat/x");
        assertThat(branch("GIT_BRANCH", "upstream/main")).contains("upstream/main");
        assertThat(branch("GIT_BRANCH", "upstream/main", "BRANCH_NAME", "main")).contains("main");
    }

    private String event(String repository) throws IOException {
        return Files.writeString(
                        directory.resolve("event.json"),
                        "{\"pull_request\": {\"head\": {\"repo\": {\"full_name\": \"%s\"}}}}".formatted(repository))
                .toString();
    }

    private static Optional<String> branch(String... variables) {
        var environment = new HashMap<String, String>();
        for (var index = 0; index < variables.length; index += 2) {
            environment.put(variables[index], variables[index + 1]);
        }
        return new BuildBranch(environment).name();
    }
}
