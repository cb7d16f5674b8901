package dev.covenant.devstack.cli;

import java.nio.file.Path;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.Maven;

/**
 * A Maven repository of this checkout's own, for the modules that services are built on. Dev mode builds one service alone,
 * and would otherwise take them from what some other checkout once installed in the person's repository.
 */
final class LocalLibraries {
    private final Workspace workspace;

    LocalLibraries(Workspace workspace) {
        this.workspace = workspace;
    }

    void install() {
        new Maven(workspace)
                .run(
                        workspace.kept().resolve("build.log"),
                        "-q",
                        "-pl",
                        ":covenant,:liberty-config,:chassis,:audit,:devstack",
                        "install",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip",
                        head(),
                        tail());
    }

    /** Where Maven looks first and installs to. */
    String head() {
        return "-Dmaven.repo.local=" + workspace.kept().resolve("m2");
    }

    /** Where everything else is already. */
    String tail() {
        var repository = System.getProperty("maven.repo.local");
        var known = repository == null
                ? Path.of(System.getProperty("user.home"), ".m2", "repository")
                : Path.of(repository);
        return "-Dmaven.repo.local.tail=" + known;
    }
}
