package dev.covenant.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The checked-out project.
 *
 * @param root the directory of the parent pom
 * @param kept what the local stack keeps: the Liberty install, data, logs, generated passwords. Never committed.
 */
public record Workspace(Path root, Path kept) {

    /** One that keeps its things in itself. */
    public Workspace(Path root) {
        this(root, root.resolve(".covenant"));
    }

    /**
     * The project around the working directory.
     *
     * @throws DevstackException when the working directory is outside any
     */
    public static Workspace find() {
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve(".mvn/find-jdk"))) {
                return new Workspace(here);
            }
        }
        throw new DevstackException("Not inside a checkout of Covenant: change into one and try again.");
    }

    /** Where the build unpacks Open Liberty, in the version that the parent pom names. */
    public Path libertyInstall() {
        return kept().resolve("liberty-" + property("liberty.version"));
    }

    /** What a module's build made. */
    public Path build(String module) {
        return root.resolve(module).resolve("target");
    }

    private String property(String name) {
        var pom = root.resolve("pom.xml");
        try {
            var found = Pattern.compile("<%1$s>(.*)</%1$s>".formatted(Pattern.quote(name)))
                    .matcher(Files.readString(pom));
            if (found.find()) {
                return found.group(1);
            }
            throw new DevstackException("No property " + name + " in " + pom);
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + pom + ": " + e.getMessage(), e);
        }
    }
}
