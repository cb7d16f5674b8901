package dev.covenant.devstack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.Maven;
import dev.covenant.devstack.stack.Part;

/** What the services' builds made, and whether it still fits their sources. */
public final class Build {
    /** What every service is made of beside its own directory. */
    private static final List<String> SHARED =
            List.of("pom.xml", "chassis/pom.xml", "chassis/src/main", "liberty-config");

    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Workspace workspace;
    private final Maven maven;

    public Build(Workspace workspace) {
        this.workspace = workspace;
        this.maven = new Maven(workspace);
    }

    /** Packages those whose package is missing or older than their sources, and tells so. */
    public void refresh(Collection<Part> services, PrintWriter out) {
        var stale = stale(services);
        if (stale.isEmpty()) {
            return;
        }
        var names = stale.stream().map(Part::id).collect(Collectors.joining(", "));
        out.println("Building " + names + " ...");
        out.flush();
        new ConsoleProgress(out).done("build", make(stale));
    }

    private List<Part> stale(Collection<Part> services) {
        return services.stream().filter(this::isStale).toList();
    }

    private Duration make(Collection<Part> services) {
        var started = System.nanoTime();
        var modules = String.join(",", services.stream().map(Part::module).toList());
        maven.run(
                workspace.kept().resolve("build.log"),
                "-q",
                "-pl",
                modules,
                "-am",
                "package",
                "-Dmaven.test.skip=true");
        services.forEach(service -> touch(mark(service)));
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private boolean isStale(Part service) {
        var inputs = new ArrayList<>(SHARED);
        inputs.add(service.module() + "/pom.xml");
        inputs.add(service.module() + "/src/main");
        var made = newest(Stream.of(mark(service), server(service)));
        return !Files.exists(server(service))
                || inputs.stream()
                        .map(input -> newestBelow(workspace.root().resolve(input)))
                        .anyMatch(changed -> changed.compareTo(made) > 0);
    }

    private Path server(Part service) {
        return workspace.build(service.module()).resolve("liberty-usr/servers/%1$s/apps/%1$s.war".formatted(service));
    }

    /** Touched after each build, because Maven leaves files alone that did not change. */
    private Path mark(Part service) {
        return workspace.build(service.module()).resolve("built");
    }

    private static FileTime newestBelow(Path path) {
        try (var files = Files.walk(path)) {
            return newest(
                    files.filter(file -> !file.toString().contains("/target/")).filter(Files::isRegularFile));
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static FileTime newest(Stream<Path> files) {
        return files.map(Build::changed).max(FileTime::compareTo).orElse(NEVER);
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException missing) {
            return NEVER;
        }
    }

    private static void touch(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new DevstackException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
