package dev.covenant.delivery.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Processes that were started for a directory, whether or not anybody wrote down that they were: a deployer may die between the two. They
 * are known by their environment (proc(5)), which names the directory.
 */
final class Orphans {

    private Orphans() {}

    static List<ProcessHandle> of(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> isFor(process.pid(), directory))
                .toList();
    }

    private static boolean isFor(long pid, Path directory) {
        try {
            var environment =
                    Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.ISO_8859_1);
            return List.of(environment.split("\0")).contains("WLP_USER_DIR=" + directory.resolve("usr"));
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
