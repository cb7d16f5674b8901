package dev.covenant.delivery.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.Git;
import dev.covenant.devstack.stack.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** On a real repository of the test's own. */
class SourcesTest {
    @TempDir
    private Path root;

    private Git git;
    private Sources sources;

    @BeforeEach
    void everythingOnce() throws IOException {
        git = new Git(root);
        sources = new Sources(new Workspace(root));
        git.read("init", "--quiet");
        for (var file : new String[] {
            "pom.xml",
            "orders/pom.xml",
            "inventory/pom.xml",
            "payments/pom.xml",
            "contracts/registry/pom.xml",
            "chassis/pom.xml",
            "liberty-config/pom.xml",
            "docs/delivery.md"
        }) {
            write(file, "first");
        }
        commit();
    }

    @Test
    void touchingAServiceTouchesIt() throws IOException {
        write("payments/src/main/java/A.java", "class A {}");
        commit();
        assertThat(sources.changed("HEAD~1..HEAD")).containsExactly(Part.PAYMENTS);
    }

    @Test
    void touchingWhatAllAreMadeOfTouchesAll() throws IOException {
        for (var shared : new String[] {"chassis/A.java", "liberty-config/http.xml", "pom.xml"}) {
            write(shared, "changed");
            commit();
            assertThat(sources.changed("HEAD~1..HEAD")).as(shared).isEqualTo(Part.services());
        }
    }

    @Test
    void touchingDocumentsTouchesNone() throws IOException {
        write("docs/delivery.md", "changed");
        write("contracts/README.md", "new");
        write("payments-old/A.java", "only begins like a service");
        commit();
        assertThat(sources.changed("HEAD~1..HEAD")).isEmpty();
    }

    @Test
    void aFileThatMovesTouchesBothEnds() throws IOException {
        write("payments/A.java", "class A { /* long enough to be found again */ }");
        commit();
        git.read("mv", "payments/A.java", "inventory/A.java");
        commit();
        assertThat(sources.changed("HEAD~1..HEAD")).containsExactly(Part.INVENTORY, Part.PAYMENTS);
    }

    @Test
    void aRangeIsAllThatCameAfterACommit() throws IOException {
        var begin = git.read("rev-parse", "HEAD");
        write("payments/A.java", "a");
        commit();
        write("orders/A.java", "a");
        commit();
        assertThat(sources.changed(begin)).containsExactly(Part.ORDERS, Part.PAYMENTS);
        assertThat(sources.changed(begin + "..HEAD~1")).containsExactly(Part.PAYMENTS);
    }

    @Test
    void anUnknownRangeIsAnErrorAndNotNothing() {
        assertThatThrownBy(() -> sources.changed("nowhere..HEAD"))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void aRangeIsNoOptionOfGit() {
        assertThatThrownBy(() -> sources.changed("--output=written..HEAD")).isInstanceOf(DevstackException.class);
        assertThat(root.resolve("written..HEAD")).doesNotExist();
    }

    @Test
    void theVersionIsTheLastCommitThatTouchedTheService() throws IOException {
        write("payments/A.java", "a");
        commit();
        var touched = git.read("rev-parse", "HEAD");
        write("orders/A.java", "a");
        commit();
        assertThat(sources.version(Part.PAYMENTS)).isEqualTo(touched);
        assertThat(sources.version(Part.ORDERS)).isNotEqualTo(touched);
    }

    @Test
    void whatIsNotCommittedHasNoVersion() throws IOException {
        write("payments/A.java", "a");
        assertThatThrownBy(() -> sources.version(Part.PAYMENTS))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("payments/A.java");
        assertThat(sources.version(Part.ORDERS)).hasSize(40);
    }

    @Test
    void untidinessElsewhereDoesNotMatter() throws IOException {
        write("docs/delivery.md", "being written");
        assertThat(sources.version(Part.PAYMENTS)).hasSize(40);
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), content);
    }

    private void commit() {
        git.read("add", "--all");
        git.read("-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "--quiet", "--message", "next");
    }
}
