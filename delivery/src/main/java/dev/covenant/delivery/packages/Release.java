package dev.covenant.delivery.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.liberty.ServerPackage;
import dev.covenant.devstack.stack.Part;

/**
 * A version of a service, built.
 *
 * @param version the commit, in full
 * @param directory of its package
 */
public record Release(Part service, String version, Path directory) {
    /** Holds the name of the directory with the Liberty that it was built for. */
    static final String LIBERTY = "liberty";

    private static final int SHORT = 8;

    /** As people read it. */
    public String shortVersion() {
        return shortened(version);
    }

    public static String shortened(String version) {
        return version.length() > SHORT ? version.substring(0, SHORT) : version;
    }

    /** Ready to run, on the Liberty that it was built for. */
    public ServerPackage server(Workspace workspace) {
        try {
            var liberty = Files.readString(directory.resolve(LIBERTY));
            return ServerPackage.of(directory, workspace.kept().resolve(liberty))
                    .alone();
        } catch (IOException e) {
            throw new DevstackException("Cannot read the package in %s: %s".formatted(directory, e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return service + " " + shortVersion();
    }
}
