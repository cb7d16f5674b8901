package dev.covenant.devstack.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.contracts.Git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who changes the API cannot have it compared with a document that the same change wrote. */
class FormerApisTest {
    private static final String RENAMED = BreakingChangesTest.DOCUMENT.replace("state:", "status:");
    private static final String WITHOUT_OLD = BreakingChangesTest.DOCUMENT.replace("get:", "delete:");
    private static final JsonNode NOTHING = JsonMapper.shared().readTree("{\"paths\": {}}");

    @TempDir
    private Path root;

    private Git git;
    private ApiFolder folder;

    @BeforeEach
    void aDocumentOnMain() throws IOException {
        Files.createDirectories(root.resolve("contracts"));
        folder = new ApiFolder(root.resolve("contracts"));
        git = new Git(root);
        git.read("init", "-q", "-b", "main");
        git.read("config", "user.name", "Ann");
        git.read("config", "user.email", "ann@example.org");
        keep(BreakingChangesTest.DOCUMENT);
        commit();
    }

    @Test
    void aDocumentEditedByHandHidesNoBreak() {
        keep(RENAMED);

        assertThatThrownBy(() -> check(served(RENAMED)))
                .hasMessageContaining("answer 200 .state is gone")
                .hasMessageContaining(
                        "of commit " + git.read("rev-parse", "HEAD").substring(0, 9));
    }

    @Test
    void norDoesOneThatTheBranchCommitted() {
        git.read("checkout", "-q", "-b", "feat/x");
        keep(RENAMED);
        commit();

        assertThatThrownBy(() -> check(served(RENAMED))).hasMessageContaining("answer 200 .state is gone");
    }

    @Test
    void whatWasPublishedIsMainOfTheOriginBeforeThatOfTheClone() {
        git.read("update-ref", "refs/remotes/origin/main", "HEAD");
        keep(RENAMED);
        commit();

        assertThatThrownBy(() -> check(served(RENAMED))).hasMessageContaining("answer 200 .state is gone");
    }

    @Test
    void aDocumentDeletedByHandIsARemoval() throws IOException {
        Files.delete(folder.file("things-v1"));

        assertThatThrownBy(() -> check(NOTHING)).hasMessageContaining("is gone, and was not deprecated before");
    }

    @Test
    void aDeprecatedOperationTakenOutByHandIsAskedAboutLikeAnyOther() {
        keep(WITHOUT_OLD);

        assertThatThrownBy(() -> check(served(WITHOUT_OLD)))
                .hasMessageContaining("loses [GET /api/v1/things]")
                .hasMessageContaining("PACT_BROKER_BASE_URL is not set");
    }

    @Test
    void aVersionThatIsNewOnTheBranchMayStillChange() throws Throwable {
        folder.keep(new ApiDocument(
                "things-v2", BreakingChangesTest.document(RENAMED).root()));

        assertThat(former(folder))
                .allSatisfy(former ->
                        assertThat(former.document("things-v2").operations()).isEmpty());
    }

    @Test
    void withoutGitTheWorkingTreeIsAllThereIs(@TempDir Path elsewhere) {
        var archive = new ApiFolder(elsewhere);
        archive.keep(BreakingChangesTest.document(BreakingChangesTest.DOCUMENT));

        assertThat(former(archive)).singleElement().satisfies(former -> {
            assertThat(former.document("things-v1")).isEqualTo(archive.document("things-v1"));
            assertThat(former.source()).contains("working tree");
        });
    }

    @Test
    void whatMainCommittedIsComparedWithWhatItHadBefore() {
        keep(RENAMED);
        commit();
        git.read("update-ref", "refs/remotes/origin/main", "HEAD");

        assertThatThrownBy(() -> check(served(RENAMED))).hasMessageContaining("answer 200 .state is gone");
    }

    @Test
    void aCommitOnTopOfItHidesNothing() {
        keep(RENAMED);
        commit();
        commitSomethingElse();

        assertThatThrownBy(() -> check(served(RENAMED))).hasMessageContaining("answer 200 .state is gone");
    }

    @Test
    void whatComesByAMergeIsComparedWithWhatMainHadBeforeIt() {
        git.read("checkout", "-q", "-b", "feat/x");
        keep(RENAMED);
        commit();
        git.read("checkout", "-q", "main");
        commitSomethingElse();
        git.read("merge", "-q", "--no-edit", "feat/x");

        assertThatThrownBy(() -> check(served(RENAMED))).hasMessageContaining("answer 200 .state is gone");
    }

    @Test
    void aBreakCanBeTakenBack() throws Throwable {
        keep(RENAMED);
        commit();
        keep(BreakingChangesTest.DOCUMENT);
        commit();

        check(served(BreakingChangesTest.DOCUMENT));
    }

    @Test
    void whatMainLostIsAskedAboutByTheBuildThatLosesItAndByThoseAfterItThatCanAsk() throws Throwable {
        keep(WITHOUT_OLD);
        commit();

        assertThatThrownBy(() -> check(served(WITHOUT_OLD))).hasMessageContaining("PACT_BROKER_BASE_URL is not set");
        commitSomethingElse();
        check(served(WITHOUT_OLD));
    }

    @Test
    void whatIsDeployedIsComparedWithToo() {
        var deployed = git.read("rev-parse", "HEAD");
        keep(RENAMED);
        commit();
        keep(RENAMED.replace("status:", "status: {type: string}\n        phase:"));
        commit();

        assertThat(FormerApis.of(folder, "things", List.of(deployed), Map.of()))
                .extracting(FormerApis::source)
                .contains("commit " + deployed.substring(0, 9));
    }

    @Test
    void aDeployedVersionThatTheCloneDoesNotHaveIsToBeFetched() {
        assertThatThrownBy(() -> FormerApis.of(folder, "things", List.of("0".repeat(40)), Map.of()))
                .hasMessageContaining("things 0000")
                .hasMessageContaining("git fetch --all");
    }

    @Test
    void aShallowCloneOfMainHasItsLastCommit(@TempDir Path elsewhere) throws Throwable {
        keep(RENAMED);
        commit();
        git.read("clone", "-q", "--depth", "1", "file://" + root, elsewhere.toString());

        assertThat(former(new ApiFolder(elsewhere.resolve("contracts"))))
                .extracting(FormerApis::source)
                .containsExactly("commit " + git.read("rev-parse", "HEAD").substring(0, 9));
    }

    @Test
    void aShallowCloneOfABranchIsToldToFetchMain(@TempDir Path elsewhere) {
        git.read("checkout", "-q", "-b", "feat/x");
        commitSomethingElse();
        git.read("clone", "-q", "--depth", "1", "file://" + root, elsewhere.toString());

        assertThatThrownBy(() -> former(new ApiFolder(elsewhere.resolve("contracts"))))
                .hasMessageContaining("git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main");
    }

    @Test
    void aCommitWithoutAnyNameIsTakenForMainUnlessTheBuildServerNamesABranch(@TempDir Path elsewhere) {
        git.read("clone", "-q", "--depth", "1", "file://" + root, elsewhere.toString());
        var clone = new Git(elsewhere);
        clone.read("checkout", "-q", "--detach");
        clone.read("branch", "-q", "-D", "main");
        clone.read("update-ref", "-d", "refs/remotes/origin/main");
        var contracts = new ApiFolder(elsewhere.resolve("contracts"));

        assertThat(former(contracts, Map.of("BRANCH_NAME", "main")))
                .isEqualTo(former(contracts))
                .hasSize(1);
        assertThatThrownBy(() -> former(contracts, Map.of("BRANCH_NAME", "feat/x")))
                .hasMessageContaining("git fetch --unshallow origin +refs/heads/main");
    }

    @Test
    void withoutAnOriginWhateverItIsCalledIsMain() {
        git.read("branch", "-m", "trunk");
        keep(RENAMED);
        commit();

        assertThatThrownBy(() -> check(served(RENAMED))).hasMessageContaining("answer 200 .state is gone");
    }

    @Test
    void aWarningOfGitIsNoAnswer() {
        git.read("checkout", "-q", "-b", "feat/x");
        // Ambiguous, as git then says of every "main".
        git.read("tag", "main", "HEAD");
        git.read("tag", "HEAD", "HEAD");
        keep(RENAMED);

        assertThatThrownBy(() -> check(served(RENAMED))).hasMessageContaining("answer 200 .state is gone");
    }

    @Test
    void aGitThatRefusesIsNotATreeWithoutGit(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve(".git"), "broken");

        assertThatThrownBy(() -> former(new ApiFolder(elsewhere)))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("git rev-parse");
    }

    private static List<FormerApis> former(ApiFolder folder) {
        return former(folder, Map.of());
    }

    private static List<FormerApis> former(ApiFolder folder, Map<String, String> environment) {
        return FormerApis.of(folder, "things", List.of(), environment);
    }

    private void commitSomethingElse() {
        git.read("commit", "-q", "--allow-empty", "-m", "something else");
    }

    private void keep(String document) {
        folder.keep(BreakingChangesTest.document(document));
    }

    private void commit() {
        git.read("add", "-A");
        git.read("commit", "-q", "-m", "documents");
    }

    /** As a server gives it out. */
    private static JsonNode served(String document) {
        var root = BreakingChangesTest.document(document).root();
        root.putObject("info");
        return root;
    }

    /** As a build does that accepts changes. */
    private void check(JsonNode document) throws Throwable {
        var ofVersion = ApiRules.of("things", document, folder, Map.of("COVENANT_OPENAPI", "accept"))
                .filter(test -> test.getDisplayName().equals("things-v1 is as its document says"))
                .findAny()
                .orElseThrow();
        ofVersion.getExecutable().execute();
    }
}
