package dev.covenant.delivery.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import dev.covenant.devstack.DevstackException;

/**
 * How long each stage took for one version, in a file: stages of one run may be commands of their own. A stage that is run again counts as it
 * was last.
 */
public final class Timesheet {
    private final Path file;

    public Timesheet(Path file) {
        this.file = file;
    }

    public void add(Stage stage, Duration took) {
        var all = read();
        all.put(stage, took);
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    all.entrySet().stream()
                            .map(entry -> entry.getKey().name() + " " + entry.getValue())
                            .toList());
        } catch (IOException e) {
            throw new DevstackException("Cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Where what a stage says goes that says much. */
    Path log(Stage stage) {
        return file.resolveSibling("%s-%s.log".formatted(file.getFileName(), stage));
    }

    /** Of all stages up to this one. */
    public Duration total(Stage last) {
        return read().entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(last) <= 0)
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Map<Stage, Duration> read() {
        if (!Files.exists(file)) {
            return new EnumMap<>(Stage.class);
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(
                            word -> Stage.valueOf(word[0]),
                            word -> Duration.parse(word[1]),
                            (_, last) -> last,
                            () -> new EnumMap<>(Stage.class)));
        } catch (IOException | RuntimeException e) {
            throw new DevstackException("Cannot read %s: %s. Delete it.".formatted(file, e.getMessage()), e);
        }
    }
}
