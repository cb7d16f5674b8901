package dev.covenant.chaos.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;

/**
 * A bug on purpose: a patch of this tree, headed by what it does, how chaos is run to find it, which promises it breaks, and which faults
 * it takes.
 *
 * @param words what is wrong then
 * @param arguments of {@code covenant chaos}
 * @param foundBy it is found when one of these is broken; another one may be broken by something else
 * @param needs faults without which it does no harm, such as {@code late-request orders → inventory}
 */
public record Plant(
        String name, Path patch, String words, List<String> arguments, List<String> foundBy, List<String> needs) {
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
            var file = patch.getFileName().toString();
            return new Plant(
                    file.substring(0, file.length() - SUFFIX.length()),
                    patch,
                    lines.getFirst(),
                    List.of(header(lines, "Run: ", patch).split(" ")),
                    List.of(header(lines, "Found by: ", patch).split(", ")),
                    List.of(header(lines, "Needs: ", patch).split(", ")));
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + patch + ": " + e.getMessage(), e);
        }
    }

    private static String header(List<String> lines, String name, Path patch) {
        return lines.stream()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow(() -> new DevstackException("%s: its head has no line \"%s\"".formatted(patch, name)));
    }
}
