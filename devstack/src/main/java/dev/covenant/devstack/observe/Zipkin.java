package dev.covenant.devstack.observe;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.covenant.devstack.process.Launch;

/** Zipkin's own server, which keeps the latest traces in a bounded memory. */
public final class Zipkin {
    /** What Maven calls it: name, version, kind, and which of its files. */
    public static final String ARTIFACT = "io.zipkin:zipkin-server:3.6.1:jar:exec";

    private static final String FILE = "zipkin-server-3.6.1-exec.jar";
    private static final String MOST_SPANS = "50000";

    private Zipkin() {}

    public static Path jar(Path libraries) {
        return libraries.resolve(FILE);
    }

    static Launch launch(Path jar, int port, Path log) {
        var command = List.of(
                Launch.javaHome().resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx160m",
                "-jar",
                jar.toString(),
                // On loopback only.
                "--armeria.ports[0].ip=127.0.0.1",
                "--armeria.ports[0].port=" + port,
                "--armeria.ports[0].protocols[0]=http");
        return new Launch("zipkin", command, Map.of("MEM_MAX_SPANS", MOST_SPANS), log);
    }

    public static Observers.PortLaunch from(Path jar) {
        return (port, log) -> launch(jar, port, log);
    }
}
