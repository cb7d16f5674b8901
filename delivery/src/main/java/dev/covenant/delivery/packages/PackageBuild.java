package dev.covenant.delivery.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.covenant.delivery.source.Git;
import dev.covenant.delivery.source.Sources;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.liberty.ServerPackage;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.process.LogTail;
import dev.covenant.devstack.stack.Part;

/**
 * Makes packages. They are built from the commit itself, in a working tree of their own: nothing that lies about uncommitted, left over or
 * ignored in this one gets in, and no build here disturbs what runs from this one.
 */
public final class PackageBuild {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    /** What Maven and its wrapper are told by whoever builds. */
    private static final List<String> PASSED_ON = List.of("MAVEN_OPTS", "MVNW_HOME", "MVNW_REPOURL");

    private final Workspace workspace;
    private final Packages packages;

    public PackageBuild(Workspace workspace, Packages packages) {
        this.workspace = workspace;
        this.packages = packages;
    }

    /**
     * The package of the service as it is committed here, built if it is not there yet.
     *
     * @throws DevstackException when what the service is made of is not committed, or with the end of the build's log
     */
    public Release build(Part service) {
        var version = new Sources(workspace.root()).version(service);
        return packages.find(service, version).orElseGet(() -> build(service, version));
    }

    private Release build(Part service, String version) {
        var tree = new Workspace(checkOut(service, version));
        var liberty = workspace.kept().resolve(tree.libertyInstall().getFileName());
        var log = workspace.kept().resolve("build-%s.log".formatted(service));
        var maven = List.of(
                tree.root().resolve("mvnw").toString(),
                "-B",
                "-q",
                "-f",
                tree.root().toString(),
                "-pl",
                service.module(),
                "-am",
                "clean",
                "package",
                "-Dmaven.test.skip=true",
                "-Dliberty.install=" + liberty);
        var launch = new Launch("build of " + service, maven, environment(), log);
        try (var lifetime = new Lifetime()) {
            if (lifetime.start(() -> ChildProcess.start(launch)).await(LIMIT) != 0) {
                throw new DevstackException("%s cannot be built. %s".formatted(service, LogTail.of(log)));
            }
        }
        return packages.add(service, version, collected(service, tree.build(service.module()), liberty));
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("JAVA_HOME", Launch.javaHome().toString());
        PASSED_ON.forEach(
                name -> Optional.ofNullable(System.getenv(name)).ifPresent(value -> environment.put(name, value)));
        return environment;
    }

    /** One tree per service, used again, so that two services can be built at once. */
    private Path checkOut(Part service, String version) {
        var tree = workspace.kept().resolve("trees").resolve(service.id());
        var git = new Git(workspace.root());
        if (Files.isDirectory(tree)) {
            new Git(tree).run("checkout", "--quiet", "--force", "--detach", version);
            new Git(tree).run("clean", "--quiet", "--force", "-d");
        } else {
            git.run("worktree", "prune");
            git.run("worktree", "add", "--quiet", "--force", "--detach", tree.toString(), version);
        }
        return tree;
    }

    /** What a server needs, and what its migrations need. Liberty itself is beside it, once for all packages that name its version. */
    private Path collected(Part service, Path build, Path liberty) {
        var server = ServerPackage.of(build, liberty);
        var draft = packages.draft();
        Directories.copy(server.user(), draft.resolve("liberty-usr"));
        Directories.copy(server.application(), draft.resolve(service.id()));
        try {
            Files.writeString(
                    draft.resolve(Release.LIBERTY), liberty.getFileName().toString());
        } catch (IOException e) {
            throw new DevstackException("Cannot write to %s: %s".formatted(draft, e.getMessage()), e);
        }
        return draft;
    }
}
