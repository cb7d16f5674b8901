package dev.covenant.delivery.source;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;

/** Which commits a service is made of: those that touched its directory or what all services are made of, and no others. */
public final class Sources {
    private static final List<String> SHARED = List.of("chassis", "liberty-config", "pom.xml");

    private final Git git;

    /** @param root of the working tree */
    public Sources(Path root) {
        this.git = new Git(root);
    }

    /**
     * The service's version: the last commit that touched what it is made of, in full.
     *
     * @throws DevstackException when what it is made of differs from that commit, naming the files
     */
    public String version(Part service) {
        var paths = pathsOf(service);
        var uncommitted = git.run(command(List.of("status", "--porcelain", "--"), paths));
        if (!uncommitted.isEmpty()) {
            throw new DevstackException("%s is not as it was committed, so it has no version. Commit or undo first:%n%s"
                    .formatted(
                            service,
                            uncommitted.stream()
                                    .limit(10)
                                    .map(line -> "  " + line)
                                    .collect(Collectors.joining("\n"))));
        }
        return git.run(command(List.of("log", "-1", "--format=%H", "--"), paths)).stream()
                .findFirst()
                .orElseThrow(() -> new DevstackException("No commit has touched %s.".formatted(service)));
    }

    /**
     * The services that a range of commits touches.
     *
     * @param range as git writes it, such as {@code main..HEAD}; a single commit means what came after it
     */
    public Set<Part> changed(String range) {
        // No renames: a file that left a service touches the service that it left.
        var files =
                git.run("diff", "--name-only", "--no-renames", range.contains("..") ? range : range + "..HEAD", "--");
        return Part.services().stream()
                .filter(service -> files.stream().anyMatch(file -> isPartOf(service, file)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    private static boolean isPartOf(Part service, String file) {
        return pathsOf(service).stream().anyMatch(path -> file.equals(path) || file.startsWith(path + "/"));
    }

    private static List<String> pathsOf(Part service) {
        return Stream.concat(Stream.of(service.module()), SHARED.stream()).toList();
    }

    private static String[] command(List<String> words, List<String> paths) {
        return Stream.concat(words.stream(), paths.stream()).toArray(String[]::new);
    }
}
