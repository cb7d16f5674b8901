package dev.covenant.delivery.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.Git;
import dev.covenant.devstack.stack.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** On a real repository of the test's own, whose Maven looks at what it is given: the release's code, with which migrations. */
class SchemaGateTest {
    private static final String MIGRATIONS = "payments/src/main/resources/db/migration/";
    /** Its tests: the code of the release cannot do without the column. */
    private static final String MAVEN = """
            #!/bin/sh
            cd "$(dirname "$0")"
            { cat payments/App.java; ls %1$s; } > "%2$s/tried"
            ! grep -q "DROP COLUMN" %1$s*
            """;

    @TempDir
    private Path root;

    @TempDir
    private Path seen;

    private Git git;

    @BeforeEach
    void firstVersion() throws IOException {
        git = new Git(root);
        git.read("init", "--quiet");
        write(".gitignore", ".covenant\n");
        write("pom.xml", "<liberty.version>1</liberty.version>");
        write("mvnw", MAVEN.formatted(MIGRATIONS, seen));
        Files.setPosixFilePermissions(root.resolve("mvnw"), PosixFilePermissions.fromString("rwx------"));
        write("payments/App.java", "release");
        write(MIGRATIONS + "V1__first.sql", "CREATE TABLE payment (amount bigint);");
        commit();
    }

    @Test
    void withoutAReleaseItFailsUnlessThatIsDeclared() {
        assertThatThrownBy(() -> pass(false))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("--first-release");
        assertThat(pass(true)).isEqualTo("There is no release yet whose schema could break.");
    }

    @Test
    void withoutANewMigrationNothingIsTried() throws IOException {
        released();
        write("payments/App.java", "next");
        commit();
        assertThat(pass(false)).isEqualTo("No migration of payments since v1.0.");
        assertThat(seen.resolve("tried")).doesNotExist();
    }

    /** Its last commit is older than the tag. */
    @Test
    void aServiceThatNobodyTouchedSinceTheReleaseHasOne() throws IOException {
        var untouched = git.read("rev-parse", "HEAD");
        write("orders/App.java", "new");
        commit();
        released();
        assertThat(new SchemaGate(new Workspace(root), false).pass(Part.PAYMENTS, untouched))
                .isEqualTo("No migration of payments since v1.0.");
    }

    @Test
    void theReleaseIsTestedAsItWasOnTheNewSchema() throws IOException {
        released();
        write("payments/App.java", "next");
        write(MIGRATIONS + "V2__more.sql", "ALTER TABLE payment ADD COLUMN note text;");
        commit();
        assertThat(pass(false)).isEqualTo("v1.0 passes its tests on the schema of payments: V2__more.sql.");
        assertThat(Files.readAllLines(seen.resolve("tried"))).containsExactly("releaseV1__first.sql", "V2__more.sql");
    }

    /** Also when it is declared to be the first: it is not. */
    @Test
    void whatTheReleaseCannotLiveWithFails() throws IOException {
        released();
        write(MIGRATIONS + "V2__less.sql", "ALTER TABLE payment DROP COLUMN amount;");
        commit();
        assertThatThrownBy(() -> pass(true))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("v1.0 fails its own tests on the schema of");
        write(MIGRATIONS + "V2__less.sql", "ALTER TABLE payment ADD COLUMN note text;");
        commit();
        assertThat(pass(false)).startsWith("v1.0 passes");
    }

    @Test
    void aMigrationThatWasReleasedMayNotChange() throws IOException {
        released();
        write(MIGRATIONS + "V1__first.sql", "CREATE TABLE payment (amount numeric);");
        commit();
        assertThatThrownBy(() -> pass(false))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("M\t" + MIGRATIONS + "V1__first.sql");
        assertThat(seen.resolve("tried")).doesNotExist();
    }

    private String pass(boolean firstRelease) {
        var head = git.read("rev-parse", "HEAD");
        return new SchemaGate(new Workspace(root), firstRelease).pass(Part.PAYMENTS, head);
    }

    private void released() {
        git.read("tag", "v1.0");
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
