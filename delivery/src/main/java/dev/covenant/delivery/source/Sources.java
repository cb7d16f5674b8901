package dev.covenant.delivery.source;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.Git;
import dev.covenant.devstack.contracts.Revisions;
import dev.covenant.devstack.stack.Part;

/** Which commits a service is made of: those that touched its directory or what all services are made of, and no others. */
public final class Sources {
    private static final int MOST_FILES = 10;

    private final Git git;
    private final Revisions revisions;

    public Sources(Workspace workspace) {
        this.git = new Git(workspace.root());
        this.revisions = new Revisions(workspace, Map.of());
    }

    /**
     * The service's version: the last commit that touched what it is made of, in full. The registry knows it by the same.
     *
     * @throws DevstackException when what it is made of differs from that commit, naming the files, or when git does not have the history
     */
    public String version(Part service) {
        var uncommitted = lines(List.of("status", "--porcelain", "--"), Revisions.madeOf(service));
        if (!uncommitted.isEmpty()) {
            throw new DevstackException("%s is not as it was committed, so it has no version. Commit or undo first:%n%s"
                    .formatted(
                            service,
                            uncommitted.stream()
                                    .limit(MOST_FILES)
                                    .map(line -> "  " + line.strip())
                                    .collect(Collectors.joining("\n"))));
        }
        var version = revisions.commit(service);
        if (version.isEmpty()) {
            throw new DevstackException("No commit has touched %s.".formatted(service));
        }
        return version;
    }

    /**
     * The services that a range of commits touches.
     *
     * @param range as git writes it, such as {@code main..HEAD}; a single commit means what came after it
     */
    public Set<Part> changed(String range) {
        // No renames: a file that left a service touches the service that it left.
        var files = lines(
                List.of(
                        "diff",
                        "--name-only",
                        "--no-renames",
                        "--end-of-options",
                        range.contains("..") ? range : range + "..HEAD",
                        "--"),
                List.of());
        return Part.services().stream()
                .filter(service -> files.stream().anyMatch(file -> isPartOf(service, file)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    private static boolean isPartOf(Part service, String file) {
        return Revisions.madeOf(service).stream().anyMatch(path -> file.equals(path) || file.startsWith(path + "/"));
    }

    private List<String> lines(List<String> words, List<String> paths) {
        return git.read(Stream.concat(words.stream(), paths.stream()).toArray(String[]::new))
                .lines()
                .toList();
    }
}
