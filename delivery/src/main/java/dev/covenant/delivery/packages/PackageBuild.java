package dev.covenant.delivery.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.covenant.delivery.source.Sources;
import dev.covenant.delivery.source.Trees;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.liberty.ServerPackage;
import dev.covenant.devstack.stack.Part;

/** Makes packages, from the commit itself. */
public final class PackageBuild {
    private static final Duration LIMIT = Duration.ofMinutes(10);

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
        var version = new Sources(workspace).version(service);
        return packages.find(service, version).orElseGet(() -> build(service, version));
    }

    private Release build(Part service, String version) {
        try (var tree = new Trees(workspace).checkOut(service.id(), version)) {
            tree.maven(
                    "%s cannot be built.".formatted(service),
                    LIMIT,
                    workspace.kept().resolve("build-%s.log".formatted(service)),
                    List.of("-pl", service.module(), "-am", "clean", "package", "-Dmaven.test.skip=true"));
            tree.requireAsCommitted();
            return packages.add(
                    service, version, collected(service, tree.files().build(service.module()), tree.liberty()));
        }
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
