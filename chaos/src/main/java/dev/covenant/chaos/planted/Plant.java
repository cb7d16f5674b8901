package dev.covenant.chaos.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;

/**
 * A bug on purpose: a patch of this tree, headed by what it does and by how chaos is run to find it.
 *
 * @param words what is wrong then
 * @param arguments of {@code covenant chaos}
 */
public record Plant(String name, Path patch, String words, List<String> arguments) {
    private static final String RUN = "Run: ";
    private static final String SUFFIX = ".patch";

    /** All that there are in {@code directory}, by name. */
    public static List<Plant> in(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(Plant::read)
                    .toList();
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Those of these names, or all; the message of the exception names those there are. */
    static List<Plant> named(List<String> names, List<Plant> all) {
        if (names.contains("all")) {
            return all;
        }
        var known = all.stream().map(Plant::name).toList();
        if (!known.containsAll(names)) {
            throw new DevstackException("Not all of %s are there. There are: %s.".formatted(names, known));
        }
        return all.stream().filter(plant -> names.contains(plant.name())).toList();
    }

    private static Plant read(Path patch) {
        try {
            var lines = Files.readAllLines(patch);
            var run = lines.get(1);
            if (!run.startsWith(RUN)) {
                throw new DevstackException("%s: the second line must say how to run".formatted(patch));
            }
            var file = patch.getFileName().toString();
            return new Plant(
                    file.substring(0, file.length() - SUFFIX.length()),
                    patch,
                    lines.getFirst(),
                    List.of(run.substring(RUN.length()).split(" ")));
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + patch + ": " + e.getMessage(), e);
        }
    }
}
