package dev.covenant.delivery.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Pause;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.LogTail;

/** Starts an edge. */
public final class Edge {
    private static final String SOCKET = "edge.sock";
    /** Holds the path of the socket when it is not beside it. */
    private static final String ELSEWHERE = "socket";
    /** What unix(7) allows, less what HAProxy appends while it starts. */
    private static final int LONGEST = 90;

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
            choose(config.directory());
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
        var elsewhere = directory.resolve(ELSEWHERE);
        try {
            return Files.exists(elsewhere) ? Path.of(Files.readString(elsewhere)) : directory.resolve(SOCKET);
        } catch (IOException e) {
            throw new DevstackException("Cannot read %s: %s".formatted(elsewhere, e.getMessage()), e);
        }
    }

    /** The path of a socket is limited by the system; a longer directory has it elsewhere, where its owner alone may look. */
    private static void choose(Path directory) throws IOException {
        if (directory.resolve(SOCKET).toString().length() > LONGEST) {
            var own = Files.createTempDirectory("covenant-edge");
            Files.writeString(directory.resolve(ELSEWHERE), own.resolve(SOCKET).toString());
        }
    }

    private static void awaitSocket(ChildProcess process, Path directory) {
        var until = System.nanoTime() + START_LIMIT.toNanos();
        while (!new EdgeSocket(directory).answers()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.close();
                throw new DevstackException("The edge does not start. " + LogTail.of(process.log()));
            }
            Pause.of(BETWEEN_LOOKS, "the edge started");
        }
    }
}
