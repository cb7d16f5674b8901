package dev.covenant.delivery.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.LogTail;

/** Starts an edge. */
public final class Edge {
    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Edge() {}

    /**
     * Writes the configuration and starts HAProxy with it. All slots are closed. Returns when it takes commands.
     *
     * @param template delivery/edge/haproxy.cfg
     * @param tokens the key that tokens are checked with
     * @throws DevstackException with what HAProxy said when it does not start
     */
    public static ChildProcess start(Haproxy haproxy, Path template, EdgeConfig config, IssuerKey tokens) {
        var log = config.directory().resolve("edge.log");
        var file = config.directory().resolve("haproxy.cfg");
        try {
            Files.createDirectories(config.directory());
            tokens.write(config.directory().resolve("issuer.pem"));
            new EdgeCertificate(config.directory())
                    .write(config.directory().resolve("edge.pem"), certificate(config.directory()));
            Files.writeString(file, config.fill(template));
            Files.deleteIfExists(socket(config.directory()));
        } catch (IOException e) {
            throw new DevstackException("Cannot write to %s: %s".formatted(config.directory(), e.getMessage()), e);
        }
        haproxy.check(file, log);
        var process = ChildProcess.start(haproxy.launch(file, log));
        awaitSocket(process, config.directory());
        return process;
    }

    /** What its clients are to trust. */
    static Path certificate(Path directory) {
        return directory.resolve("edge.crt");
    }

    /** Where it takes commands. */
    static Path socket(Path directory) {
        return directory.resolve("edge.sock");
    }

    private static void awaitSocket(ChildProcess process, Path directory) {
        var until = System.nanoTime() + START_LIMIT.toNanos();
        while (!new EdgeSocket(directory).answers()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.close();
                throw new DevstackException("The edge does not start. " + LogTail.of(process.log()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while the edge started", e);
        }
    }
}
