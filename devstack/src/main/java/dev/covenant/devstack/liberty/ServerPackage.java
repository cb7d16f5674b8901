package dev.covenant.devstack.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;

/**
 * What the build of a service made ready to run.
 *
 * @param name of the service and of its server
 * @param install the Liberty install that it shares with others
 * @param user its Liberty user directory: server.xml, application, shared fragments
 * @param application its exploded war, where the migrations are
 * @param firstStart what its servers get of those that started before them; empty when each is to start as the first
 */
public record ServerPackage(String name, Path install, Path user, Path application, Optional<FirstStart> firstStart) {
    private static final String BUILD = "Build it first: ./mvnw package -DskipTests";

    /**
     * The one in a module's build directory. Its servers share their keys, since none of them lives longer than that directory, and
     * what they worked out about their features.
     *
     * @param install where Liberty's archive was unpacked
     * @throws DevstackException naming what is missing and the command that makes it
     */
    public static ServerPackage of(Path build, Path install) {
        var user = build.resolve("liberty-usr");
        var server = onlyOneIn(user.resolve("servers"), "server.xml");
        return new ServerPackage(
                server.getFileName().toString(),
                liberty(install),
                user,
                onlyOneIn(build, "WEB-INF"),
                Optional.of(new FirstStart(
                        new ServerKeys(build.resolve("liberty-keys"), server.resolve("server.env")),
                        WorkArea.of(install, server.resolve("server.xml"), user.resolve("shared/config")))));
    }

    /** The same, and each server starts as the first does: with nothing of others, and with keys of its own. */
    public ServerPackage alone() {
        return new ServerPackage(name, install, user, application, Optional.empty());
    }

    /** Whether it brings rows to show around with; the migrations refuse to look for what is not there. */
    public boolean hasDemoData() {
        return Files.isDirectory(application.resolve("WEB-INF/classes/db/demo"));
    }

    /** The class path of the service's commands, such as its migrations. The driver comes from the server's shared files. */
    String classpath() {
        return String.join(
                ":",
                application.resolve("WEB-INF/classes").toString(),
                application.resolve("WEB-INF/lib") + "/*",
                user.resolve("shared/config/jdbc") + "/*");
    }

    private static Path liberty(Path install) {
        // The archive has one directory at its top.
        var liberty = install.resolve("wlp");
        if (!Files.isExecutable(liberty.resolve("bin/server"))) {
            throw new DevstackException("No Open Liberty in %s. %s".formatted(liberty, BUILD));
        }
        return liberty;
    }

    private static Path onlyOneIn(Path directory, String mark) {
        if (Files.isDirectory(directory)) {
            try (var children = Files.list(directory)) {
                var marked = children.filter(child -> Files.exists(child.resolve(mark)))
                        .toList();
                if (marked.size() == 1) {
                    return marked.getFirst();
                }
            } catch (IOException e) {
                throw new DevstackException("Cannot read " + directory + ": " + e.getMessage(), e);
            }
        }
        throw new DevstackException("Expected one directory with %s in %s. %s".formatted(mark, directory, BUILD));
    }
}
