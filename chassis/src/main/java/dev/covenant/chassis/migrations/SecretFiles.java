package dev.covenant.chassis.migrations;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings in files, as Liberty reads them for the server: each named like the variable that it stands for, and winning over it. */
final class SecretFiles {
    private static final String DIRECTORIES = "VARIABLE_SOURCE_DIRS";

    private SecretFiles() {}

    /**
     * The environment with what the files in its {@code VARIABLE_SOURCE_DIRS} say.
     *
     * @throws IllegalStateException when one of them cannot be read
     */
    static Map<String, String> over(Map<String, String> environment) {
        var whole = new HashMap<>(environment);
        for (var directory : environment.getOrDefault(DIRECTORIES, "").split(File.pathSeparator)) {
            if (!directory.isBlank()) {
                read(Path.of(directory), whole);
            }
        }
        return whole;
    }

    private static void read(Path directory, Map<String, String> settings) {
        try (var files = Files.list(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                settings.put(
                        file.getFileName().toString(), Files.readString(file).strip());
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the settings in " + directory + ": " + e.getMessage(), e);
        }
    }
}
