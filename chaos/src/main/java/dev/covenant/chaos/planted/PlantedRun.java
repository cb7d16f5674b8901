package dev.covenant.chaos.planted;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;

/**
 * Plants one bug after the other in a clone of what is committed, and sees whether chaos finds it: by a promise that this bug breaks, in a run
 * that is clean without it.
 */
public final class PlantedRun {
    /** A promise in the summary of a run that found it broken. */
    private static final Pattern BROKEN = Pattern.compile("^  ([a-z-]+) +[\\d,]+ +\\d+ WRONG");

    private final Workspace workspace;
    private final PrintWriter out;

    public PlantedRun(Workspace workspace, PrintWriter out) {
        this.workspace = workspace;
        this.out = out;
    }

    /**
     * @param names of those to plant, or "all"
     * @return whether all of them were found, and nothing where there was nothing
     */
    public boolean run(List<String> names) {
        var plants = Plant.named(names, Plant.in(workspace.root().resolve("chaos/planted")));
        try (var clone = Clone.of(workspace)) {
            say("Building a clone ...");
            clone.build();
            var missed =
                    plants.stream().filter(plant -> !isProved(plant, clone)).count();
            return missed == 0;
        }
    }

    private boolean isProved(Plant plant, Clone clone) {
        return isClean(plant, clone) && isFound(plant, clone);
    }

    private boolean isClean(Plant plant, Clone clone) {
        var log = emptied(plant.name() + "-without");
        var clean = clone.chaos(plant.arguments(), log) == 0;
        if (!clean) {
            say("  %-28s NO PROOF   the same run without it is not clean; see %s".formatted(plant.name(), log));
        }
        return clean;
    }

    private boolean isFound(Plant plant, Clone clone) {
        var log = emptied(plant.name());
        var begun = System.nanoTime();
        clone.plant(plant);
        var status = clone.chaos(plant.arguments(), log);
        clone.clean();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var broken = broken(log);
        var found = status == 1 && broken.stream().anyMatch(plant.foundBy()::contains);
        say("  %-28s %-10s %4d s, build and start included; %s"
                .formatted(
                        plant.name(),
                        found ? "found" : "NOT FOUND",
                        took.toSeconds(),
                        found ? String.join(", ", broken) : "see " + log));
        return found;
    }

    private static List<String> broken(Path log) {
        try (var lines = Files.lines(log)) {
            return lines.map(BROKEN::matcher)
                    .filter(Matcher::find)
                    .map(line -> line.group(1))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + log + ": " + e.getMessage(), e);
        }
    }

    private Path emptied(String name) {
        var log = workspace.kept().resolve("chaos-planted").resolve(name + ".log");
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
            return log;
        } catch (IOException e) {
            throw new DevstackException("Cannot write " + log + ": " + e.getMessage(), e);
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
