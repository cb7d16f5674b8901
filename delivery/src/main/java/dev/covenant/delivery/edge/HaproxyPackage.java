package dev.covenant.delivery.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.LogTail;

/**
 * Debian's package of HAProxy with those that it needs and this machine lacks, fetched by apt-get from where this machine fetches its
 * packages. Needs no administrator, and changes nothing in the system.
 */
final class HaproxyPackage {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** With the system's lists of packages; with lists of its own when those do not know the package, as on a new machine. */
    private static final String SCRIPT = """
            set -e
            cd "$0"
            mkdir -p lists/partial cache/archives/partial
            apt="apt-get -q -o Debug::NoLocking=1 -o APT::Sandbox::User=root -o Dir::Cache=$PWD/cache -o Acquire::Retries=0 -o Acquire::http::Timeout=10"
            own="-o Dir::State::lists=$PWD/lists"
            download="--yes --download-only --no-install-recommends install haproxy"
            $apt $download || { $apt $own update && $apt $own $download; }
            for package in cache/archives/*.deb; do dpkg-deb -x "$package" .; done
            rm -r lists cache
            """;

    private HaproxyPackage() {}

    /**
     * Returns when all of it is there.
     *
     * @throws DevstackException with what to do when it cannot be had
     */
    static void unpack(Path directory) {
        var draft = directory.resolveSibling(directory.getFileName() + "-draft");
        var log = directory.resolveSibling(directory.getFileName() + ".log");
        Directories.delete(draft);
        Directories.delete(directory);
        try {
            Files.createDirectories(draft);
            var fetch = ChildProcess.start(
                    new Launch("apt-get", List.of("sh", "-c", SCRIPT, draft.toString()), proxies(), log));
            if (fetch.await(LIMIT) != 0) {
                throw new DevstackException(
                        "No HAProxy on this machine, and none to be had. Install it (Debian: apt-get update && apt-get install haproxy). "
                                + LogTail.of(log));
            }
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DevstackException("Cannot unpack HAProxy to %s: %s".formatted(directory, e.getMessage()), e);
        }
    }

    private static Map<String, String> proxies() {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().toLowerCase(Locale.ROOT).endsWith("_proxy"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
