package dev.covenant.devstack.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

        assertThat(FormerApis.of(folder).document("things-v2").operations()).isEmpty();
    }

    @Test
    void withoutGitTheWorkingTreeIsAllThereIs(@TempDir Path elsewhere) {
        var archive = new ApiFolder(elsewhere);
        archive.keep(BreakingChangesTest.document(BreakingChangesTest.DOCUMENT));

        var former = FormerApis.of(archive);

        assertThat(former.document("things-v1")).isEqualTo(archive.document("things-v1"));
        assertThat(former.source()).contains("working tree");
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
