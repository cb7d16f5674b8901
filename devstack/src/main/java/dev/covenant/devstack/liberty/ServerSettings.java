package dev.covenant.devstack.liberty;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How one server is to run.
 *
 * @param port of HTTP on loopback
 * @param run a directory of its own for its files and logs
 * @param environment its configuration; HTTP_HOST and HTTP_PORT are added
 * @param jvm flags of the JVM
 */
public record ServerSettings(int port, Path run, Map<String, String> environment, String jvm) {
    /** Half the processor time at start, for a machine with few cores. Not for measuring speed. How much memory it takes, a server says itself. */
    public static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final String HOST = "localhost";

    public ServerSettings {
        environment = Map.copyOf(environment);
    }

    /** With JVM flags for development and tests. */
    public static ServerSettings quick(int port, Path run, Map<String, String> environment) {
        return new ServerSettings(port, run, environment, QUICK_START);
    }

    /** Everything the service reads from its environment. */
    Map<String, String> whole() {
        var whole = new HashMap<>(environment);
        whole.put("HTTP_HOST", HOST);
        whole.put("HTTP_PORT", Integer.toString(port));
        return whole;
    }

    String uri() {
        return "http://%s:%d/".formatted(HOST, port);
    }
}
