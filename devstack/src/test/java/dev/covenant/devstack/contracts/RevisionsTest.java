package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RevisionsTest {
    @TempDir
    private Path root;

    private Git git;

    @BeforeEach
    void aRepositoryWithTwoServices() throws IOException {
        git = new Git(root);
        git.read("init", "-q", "-b", "main");
        git.read("config", "user.name", "Ann");
        git.read("config", "user.email", "ann@example.org");
        commit("orders/a");
        commit("inventory/a");
    }

    @Test
    void aServicesVersionIsTheLastCommitThatTouchedIt() throws IOException {
        var ofOrders = commit("orders/b");
        commit("inventory/b");
        assertThat(of(Part.ORDERS).commit()).isEqualTo(ofOrders);
    }

    @Test
    void whatAllServicesAreMadeOfIsPartOfEach() throws IOException {
        var ofChassis = commit("chassis/a");
        assertThat(of(Part.ORDERS).commit()).isEqualTo(ofChassis);
        assertThat(of(Part.INVENTORY).commit()).isEqualTo(ofChassis);
    }

    @Test
    void theBuildServersBranchComesBeforeGits() {
        assertThat(of(Part.ORDERS).branch()).isEqualTo("main");
        assertThat(revisions(Map.of("GIT_BRANCH", "origin/feat/x"))
                        .of(Part.ORDERS)
                        .branch())
                .isEqualTo("feat/x");
        assertThat(revisions(Map.of("BRANCH_NAME", "PR-7", "CHANGE_BRANCH", "feat/x"))
                        .of(Part.ORDERS)
                        .branch())
                .isEqualTo("feat/x");
    }

    @Test
    void aTagIsNoBranchAndItsVersionIsKnownAllTheSame() {
        git.read("checkout", "-q", "--detach");
        for (var tag : List.of(
                Map.of("BRANCH_NAME", "v1", "TAG_NAME", "v1"),
                Map.of("GITHUB_REF_NAME", "v1", "GITHUB_REF_TYPE", "tag"),
                Map.of("CI_COMMIT_REF_NAME", "v1", "CI_COMMIT_TAG", "v1"))) {
            assertThatThrownBy(() -> revisions(tag).of(Part.ORDERS)).hasMessageContaining("a tag is none");
            assertThat(revisions(tag).commit(Part.ORDERS))
                    .isEqualTo(git.read("log", "-1", "--format=%H", "--", "orders"));
        }
    }

    @Test
    void aDetachedHeadNeedsABranchFromElsewhere() {
        git.read("checkout", "-q", "--detach");
        assertThatThrownBy(() -> of(Part.ORDERS))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("BRANCH_NAME=main");
        assertThat(revisions(Map.of("BRANCH_NAME", "main")).of(Part.ORDERS).branch())
                .isEqualTo("main");
    }

    @Test
    void whatIsNotCommittedIsRefusedByName() throws IOException {
        revisions(Map.of()).requireClean();
        Files.writeString(root.resolve("orders/a"), "changed");
        Files.writeString(root.resolve("new"), "");
        // As some have it in their own configuration.
        git.read("config", "status.showUntrackedFiles", "no");
        assertThatThrownBy(() -> revisions(Map.of()).requireClean())
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("M orders/a")
                .hasMessageContaining("?? new");
    }

    @Test
    void whatIsCommittedMeanwhileIsNotTheVersionThatWasNamed() throws IOException {
        var named = of(Part.ORDERS).commit();
        commit("inventory/b");
        revisions(Map.of()).requireUnchanged(Part.ORDERS, named);
        var now = commit("orders/b");

        assertThatThrownBy(() -> revisions(Map.of()).requireUnchanged(Part.ORDERS, named))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining(named)
                .hasMessageContaining(now);
    }

    @Test
    void aShallowCloneIsRefused(@TempDir Path elsewhere) {
        git.read("clone", "-q", "--depth", "1", "file://" + root, elsewhere.toString());
        var shallow = new Revisions(new Workspace(elsewhere), Map.of());
        assertThatThrownBy(() -> shallow.of(Part.ORDERS)).hasMessageContaining("git fetch --unshallow");
    }

    private String commit(String file) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, file);
        git.read("add", "-A");
        git.read("commit", "-q", "-m", file);
        return git.read("rev-parse", "HEAD");
    }

    private Revision of(Part service) {
        return revisions(Map.of()).of(service);
    }

    private Revisions revisions(Map<String, String> environment) {
        return new Revisions(new Workspace(root), environment);
    }
}
