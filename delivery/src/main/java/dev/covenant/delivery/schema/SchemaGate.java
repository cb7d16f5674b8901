package dev.covenant.delivery.schema;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.covenant.delivery.source.Trees;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.Git;
import dev.covenant.devstack.stack.Part;

/**
 * The last release passes its own tests on the database that the new version migrates. Migrations that do not only expand fail here, and
 * not while both versions serve. The release is the last tag {@code v...} before the commit; it is built from it, as it was.
 */
public final class SchemaGate {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Workspace workspace;
    private final Git git;
    private final boolean firstRelease;

    /** @param firstRelease whether it is known that there is no release yet */
    public SchemaGate(Workspace workspace, boolean firstRelease) {
        this.workspace = workspace;
        this.git = new Git(workspace.root());
        this.firstRelease = firstRelease;
    }

    /**
     * Returns when the version passes.
     *
     * @param version a commit
     * @return why, in a sentence
     * @throws DevstackException when it does not pass, or there is no release to try
     */
    public String pass(Part service, String version) {
        // Of what is checked out: a service that nobody has touched since the release has its last commit before it.
        var release = ReleaseTag.before("HEAD", git);
        if (release.isEmpty()) {
            if (firstRelease) {
                return "There is no release yet whose schema could break.";
            }
            throw new DevstackException(
                    "No tag v... comes before %s, so there is no release to try its schema with. Fetch them (git fetch --tags); if this is the first release, say so: --first-release"
                            .formatted(version));
        }
        return pass(service, version, release.get());
    }

    private String pass(Part service, String version, String release) {
        var migrations = service.module() + "/src/main/resources/db/migration";
        var changes = git.read("diff", "--name-status", "--no-renames", release, version, "--", migrations)
                .lines()
                .toList();
        if (changes.isEmpty()) {
            return "No migration of %s since %s.".formatted(service, release);
        }
        var touched = changes.stream().filter(change -> !change.startsWith("A")).toList();
        if (!touched.isEmpty()) {
            throw new DevstackException(
                    "Migrations of %s were changed that %s has run already; what is to be different is a new one:%n  %s"
                            .formatted(service, release, String.join(System.lineSeparator() + "  ", touched)));
        }
        test(service, version, release, migrations);
        return "%s passes its tests on the schema of %s: %s."
                .formatted(release, service, String.join(", ", added(changes)));
    }

    private void test(Part service, String version, String release, String migrations) {
        try (var tree = new Trees(workspace).checkOut(service.id() + "-release", release)) {
            new Git(tree.files().root()).read("checkout", "--quiet", version, "--", migrations);
            tree.maven(
                    "%s fails its own tests on the schema of %s. Expand only; contract when no %s of before runs any more."
                            .formatted(release, version, service),
                    LIMIT,
                    workspace.kept().resolve("schema-gate-%s.log".formatted(service)),
                    List.of(
                            "-pl",
                            service.module(),
                            "-am",
                            "verify",
                            "-Dtest=NoTest",
                            "-Dsurefire.failIfNoSpecifiedTests=false",
                            "-Dspotless.check.skip=true"));
        }
    }

    private static List<String> added(List<String> changes) {
        return changes.stream()
                .map(change -> Path.of(change.split("\t")[1]).getFileName().toString())
                .toList();
    }
}
