package dev.covenant.devstack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules that the text of a module keeps, with what breaks them.
 *
 * @param module the module's directory
 */
record SourceRules(Path module) {
    private static final int MOST_LINES = 300;

    /** Files of more than 300 lines, tests included. */
    List<Path> tooLong() {
        return Stream.of("main", "test")
                .flatMap(kind -> sources(kind).stream())
                .filter(source -> lines(source) > MOST_LINES)
                .toList();
    }

    /** Packages that no package-info.java describes. Those of tests are described by what they test. */
    List<Path> undescribedPackages() {
        return sources("main").stream()
                .map(Path::getParent)
                .distinct()
                .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
                .toList();
    }

    private List<Path> sources(String kind) {
        var directory = module.resolve("src").resolve(kind).resolve("java");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path source) {
        try (var lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
