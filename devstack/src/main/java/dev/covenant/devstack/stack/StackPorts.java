package dev.covenant.devstack.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.ports.PortHolder;
import dev.covenant.devstack.ports.Ports;

/** Where each part listens on loopback. */
public final class StackPorts {
    /** The services from 9080 on, the rest from 9090 on. */
    public static final int USUAL_FIRST = 9080;

    private static final int LAST = 65_535;

    private final Map<Part, Integer> ports;

    private StackPorts(Map<Part, Integer> ports) {
        this.ports = ports;
    }

    /** Each by its usual distance from the first one; {@code others} overrules single ones. */
    public static StackPorts from(int first, Map<Part, Integer> others) {
        return new StackPorts(forEach(part -> checked(others.getOrDefault(part, first + part.distance()))));
    }

    /** Ones that nobody uses now, for tests. */
    public static StackPorts free() {
        return new StackPorts(forEach(_ -> Ports.free()));
    }

    /** Those of the last run; empty when there was none. */
    public static Optional<StackPorts> read(StackDirectory directory) {
        var values = new Properties();
        try (var text = Files.newBufferedReader(directory.ports())) {
            values.load(text);
            return Optional.of(new StackPorts(forEach(part -> Integer.parseInt(values.getProperty(part.id())))));
        } catch (IOException | NumberFormatException noneOrUnreadable) {
            return Optional.empty();
        }
    }

    /** For commands that find a running stack. */
    public void write(StackDirectory directory) {
        var file = directory.ports();
        var lines = ports.entrySet().stream()
                .map(port -> port.getKey() + "=" + port.getValue())
                .toList();
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new DevstackException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    public int of(Part part) {
        return ports.get(part);
    }

    /** Where it answers HTTP, without a slash at the end. */
    public String url(Part part) {
        return url(of(part));
    }

    static String url(int port) {
        return "http://localhost:" + port;
    }

    /** Where to ask whether it is ready. */
    public URI health(Part part) {
        return URI.create(url(part) + part.health());
    }

    /** @throws DevstackException naming each taken port and who holds it */
    public void requireFree() {
        var taken = ports.entrySet().stream()
                .filter(port -> Ports.isTaken(port.getValue()))
                .map(port -> "  port %d, for %s, is taken by %s"
                        .formatted(port.getValue(), port.getKey(), holder(port.getValue())))
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new DevstackException("Nothing was started:\n" + taken
                    + "\nStop what holds it, or choose other ports: ./covenant up --port-base 19080");
        }
    }

    private static String holder(int port) {
        return PortHolder.of(port)
                .map(holder -> "process " + holder.pid() + ": " + holder.command())
                .orElse("a process of another user");
    }

    private static Map<Part, Integer> forEach(ToIntFunction<Part> port) {
        var ports = new EnumMap<Part, Integer>(Part.class);
        for (var part : Part.values()) {
            ports.put(part, port.applyAsInt(part));
        }
        return ports;
    }

    private static int checked(int port) {
        if (port < 1 || port > LAST) {
            throw new DevstackException(port + " is no port: choose between 1 and " + LAST + ".");
        }
        return port;
    }
}
