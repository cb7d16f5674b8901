package dev.covenant.devstack.ports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The process that listens on a port.
 *
 * @param pid its id
 * @param command its command line; of a long one the beginning and the end, which tell most
 */
public record PortHolder(long pid, String command) {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTEN = "0A";
    private static final int HALF = 45;

    /** Who listens on {@code port}; empty when nobody does or when it is a process that we may not look at. */
    public static Optional<PortHolder> of(int port) {
        var sockets = listeningSockets(port);
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holdsOneOf(process.pid(), sockets))
                .findFirst()
                .map(process -> new PortHolder(process.pid(), commandOf(process.pid())));
    }

    /** Links of the form socket:[inode], as /proc/PID/fd shows them. */
    private static Set<String> listeningSockets(int port) {
        var suffix = ":%04X".formatted(port);
        var found = new HashSet<String>();
        for (var table : List.of("net/tcp", "net/tcp6")) {
            for (var line : linesOf(PROC.resolve(table))) {
                // sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode
                var column = line.strip().split("\\s+");
                if (column.length > 9 && column[1].endsWith(suffix) && column[3].equals(LISTEN)) {
                    found.add("socket:[" + column[9] + "]");
                }
            }
        }
        return found;
    }

    private static boolean holdsOneOf(long pid, Set<String> sockets) {
        try (var descriptors = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (var descriptor : descriptors) {
                if (sockets.contains(targetOf(descriptor))) {
                    return true;
                }
            }
            return false;
        } catch (IOException notOursOrGone) {
            return false;
        }
    }

    private static String targetOf(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static String commandOf(long pid) {
        var command = String.join(" ", linesOf(PROC.resolve(pid + "/cmdline")))
                .replace('\0', ' ')
                .strip();
        return command.length() <= 2 * HALF
                ? command
                : command.substring(0, HALF) + " ... " + command.substring(command.length() - HALF);
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException notOursOrGone) {
            return List.of();
        }
    }
}
