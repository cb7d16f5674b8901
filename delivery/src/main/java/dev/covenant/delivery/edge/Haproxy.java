package dev.covenant.delivery.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.LogTail;

/**
 * HAProxy on this machine: the installed one, or else Debian's package, unpacked beside what else Covenant keeps.
 *
 * @param program the executable
 * @param libraries where its shared libraries are, beside the system's; empty for an installed one
 */
public record Haproxy(Path program, String libraries) {
    private static final List<Path> INSTALLED =
            List.of(Path.of("/usr/sbin/haproxy"), Path.of("/usr/local/sbin/haproxy"));

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /**
     * @param kept where to unpack the package
     * @throws DevstackException with what to do when it cannot be had
     */
    public static Haproxy find(Path kept) {
        return INSTALLED.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Haproxy(program, ""))
                .orElseGet(() -> unpacked(kept.resolve("haproxy")));
    }

    private static Haproxy unpacked(Path directory) {
        var program = directory.resolve("usr/sbin/haproxy");
        if (!Files.isExecutable(program)) {
            HaproxyPackage.unpack(directory);
        }
        return new Haproxy(program, libraries(directory.resolve("usr/lib")));
    }

    /** Debian has a directory for each kind of machine, such as x86_64-linux-gnu. */
    private static String libraries(Path directory) {
        try (var all = Files.list(directory)) {
            return all.filter(Files::isDirectory).map(Path::toString).collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws DevstackException with what it finds wrong with the configuration */
    void check(Path config, Path log) {
        var check = ChildProcess.start(new Launch("haproxy -c", command("-c", config), environment(), log));
        if (check.await(LIMIT) != 0) {
            throw new DevstackException("HAProxy does not take %s. %s".formatted(config, LogTail.of(log)));
        }
    }

    /** In the foreground of a process of its own. */
    Launch launch(Path config, Path log) {
        return new Launch("edge", command("-db", config), environment(), log);
    }

    private List<String> command(String mode, Path config) {
        return Stream.of(program, mode, "-f", config).map(Object::toString).toList();
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        if (!libraries.isEmpty()) {
            environment.put("LD_LIBRARY_PATH", libraries);
        }
        return environment;
    }
}
