package dev.covenant.delivery.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.Git;
import dev.covenant.devstack.process.ProcessRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** On a real repository of the test's own. */
class TreesTest {
    @TempDir
    private Path root;

    private Git git;
    private String first;
    private String second;

    @BeforeEach
    void twoCommits() throws IOException {
        git = new Git(root);
        git.read("init", "--quiet");
        write(root.resolve(".gitignore"), "/.covenant/");
        first = committed("first");
        second = committed("second");
    }

    @Test
    void aTreeIsUsedForOneCommitAfterTheOther() throws IOException {
        for (var commit : new String[] {first, second, first}) {
            try (var tree = checkOut(commit)) {
                assertThat(tree.files().root().resolve("App.java"))
                        .hasContent(commit.equals(first) ? "first" : "second");
                tree.requireAsCommitted();
                write(tree.files().root().resolve("left over"), "");
            }
        }
    }

    /** Where there is a directory and no tree in it, git finds the repository around it. */
    @Test
    void whatPeopleAreWorkingOnIsLeftAloneWhateverLiesThere() throws IOException {
        write(tree().resolve("half.java"), "of a checkout that was broken off");
        write(root.resolve("App.java"), "being written");
        try (var tree = checkOut(first)) {
            assertThat(tree.files().root().resolve("App.java")).hasContent("first");
            tree.requireAsCommitted();
        }
        assertThat(root.resolve("App.java")).hasContent("being written");
        assertThat(git.read("rev-parse", "HEAD")).isEqualTo(second);
    }

    @Test
    void aGitThatWasKilledBlocksNobody() throws IOException {
        checkOut(first).close();
        write(root.resolve(".git/worktrees/payments/index.lock"), "");
        write(root.resolve(".git/worktrees/payments/locked"), "initializing");
        try (var tree = checkOut(second)) {
            assertThat(tree.files().root().resolve("App.java")).hasContent("second");
        }
    }

    @Test
    void onlyOneBuildsInATreeAndWhoWaitsInVainIsToldForWhom() {
        try (var _ = checkOut(first)) {
            assertThatThrownBy(() -> checkOut(second))
                    .isInstanceOf(DevstackException.class)
                    .hasMessageContaining("Somebody else has the tree of payments: build, process "
                            + ProcessHandle.current().pid());
        }
        checkOut(second).close();
    }

    @Test
    void aTreeThatSomebodyElseHasChangedIsNoticed() throws IOException {
        try (var tree = checkOut(first)) {
            new Git(tree()).read("checkout", "--quiet", second);
            assertThatThrownBy(tree::requireAsCommitted).hasMessageContaining("is not " + first + " any more");
            new Git(tree()).read("checkout", "--quiet", first);
            write(tree().resolve("App.java"), "changed");
            assertThatThrownBy(tree::requireAsCommitted).hasMessageContaining("App.java");
        }
    }

    /** Maven outlives a builder that is killed. */
    @Test
    void whatAKilledBuilderLeftRunningIsEnded() throws IOException {
        var maven = new ProcessBuilder("sleep", "600").start();
        ProcessRecord.of(maven.toHandle()).write(tree().resolveSibling("payments.process"));
        checkOut(first).close();
        assertThat(maven.isAlive()).isFalse();
    }

    private Tree checkOut(String commit) {
        return new Trees(new Workspace(root), Duration.ofMillis(100)).checkOut("payments", commit);
    }

    private Path tree() {
        return root.resolve(".covenant/trees/payments");
    }

    private String committed(String content) throws IOException {
        write(root.resolve("App.java"), content);
        git.read("add", "--all");
        git.read("-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "--quiet", "--message", "next");
        return git.read("rev-parse", "HEAD");
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
