package dev.covenant.delivery.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.stack.Part;

/**
 * All packages of this machine, by service and version. One that is there is whole and never changes: it comes by one rename, and its
 * {@link Seal} is checked before it is used.
 */
public final class Packages {
    private final Path root;

    public Packages(Path root) {
        this.root = root;
    }

    public Optional<Release> find(Part service, String version) {
        var directory = directory(service, version);
        return Files.isDirectory(directory) ? Optional.of(release(service, version)) : Optional.empty();
    }

    /**
     * The one whose version begins so.
     *
     * @throws DevstackException when there is none or more than one, or when it is not as it was built
     */
    public Release get(Part service, String beginning) {
        var matching = versions(service).stream()
                .filter(version -> !beginning.isEmpty() && version.startsWith(beginning))
                .toList();
        if (matching.size() != 1) {
            throw new DevstackException(
                    "%s package of %s is called \"%s\". There are: %s. One more: ./covenant build %s"
                            .formatted(
                                    matching.isEmpty() ? "No" : "More than one",
                                    service,
                                    beginning,
                                    versions(service).stream()
                                            .map(Release::shortened)
                                            .collect(Collectors.joining(", ")),
                                    service));
        }
        var release = release(service, matching.getFirst());
        Seal.check(release.directory());
        return release;
    }

    /**
     * Takes over what was made in a directory on the same file system, which is gone afterwards. What is there already under this version
     * stays.
     */
    public Release add(Part service, String version, Path made) {
        Seal.write(made);
        var directory = directory(service, version);
        try {
            Files.createDirectories(directory.getParent());
            if (Files.exists(directory)) {
                Directories.delete(made);
            } else {
                Files.move(made, directory, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new DevstackException("Cannot keep the package in %s: %s".formatted(directory, e.getMessage()), e);
        }
        return release(service, version);
    }

    /** A new empty directory, to make a package in. */
    public Path draft() {
        try {
            Files.createDirectories(root);
            return Files.createTempDirectory(root, ".draft-");
        } catch (IOException e) {
            throw new DevstackException("Cannot write below %s: %s".formatted(root, e.getMessage()), e);
        }
    }

    private List<String> versions(Part service) {
        var directory = root.resolve(service.id());
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var children = Files.list(directory)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DevstackException("Cannot read %s: %s".formatted(directory, e.getMessage()), e);
        }
    }

    private Release release(Part service, String version) {
        return new Release(service, version, directory(service, version));
    }

    private Path directory(Part service, String version) {
        return root.resolve(service.id()).resolve(version);
    }
}
