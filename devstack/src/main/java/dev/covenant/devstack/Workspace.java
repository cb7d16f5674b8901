package dev.covenant.devstack;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checked-out project.
 *
 * @param root the directory of the parent pom
 */
public record Workspace(Path root) {

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

    /** What the local stack keeps: the Liberty install, data, logs, generated passwords. Never committed. */
    public Path kept() {
        return root.resolve(".covenant");
    }

    /** What a module's build made. */
    public Path build(String module) {
        return root.resolve(module).resolve("target");
    }
}
