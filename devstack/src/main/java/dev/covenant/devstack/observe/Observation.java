package dev.covenant.devstack.observe;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import dev.covenant.devstack.DevstackException;

/** Which observers a run has, and where: written down, so that every command and every server of the run finds them. */
public final class Observation {
    private static final String FILE = "observers.properties";

    private final Map<Observer, Integer> ports;

    Observation(Map<Observer, Integer> ports) {
        this.ports = ports;
    }

    /** Of the stack that keeps its files there; without observers when nobody observes it. */
    public static Observation read(Path run) {
        var values = new Properties();
        try (var text = Files.newBufferedReader(file(run))) {
            values.load(text);
        } catch (IOException nobodyObserves) {
            return new Observation(Map.of());
        }
        var ports = new EnumMap<Observer, Integer>(Observer.class);
        values.forEach((name, port) -> ports.put(Observer.valueOf(name.toString()), Integer.valueOf(port.toString())));
        return new Observation(ports);
    }

    void write(Path run) {
        var lines = ports.entrySet().stream()
                .map(port -> port.getKey().name() + "=" + port.getValue())
                .toList();
        try {
            Files.createDirectories(run);
            Files.write(file(run), lines);
        } catch (IOException e) {
            throw new DevstackException("Cannot write " + file(run) + ": " + e.getMessage(), e);
        }
    }

    /** Where it answers, without a slash at the end. */
    public Optional<URI> address(Observer observer) {
        return Optional.ofNullable(ports.get(observer)).map(port -> URI.create("http://localhost:" + port));
    }

    /** The page of a trace. */
    public Optional<URI> page(String traceId) {
        return address(Observer.ZIPKIN).map(zipkin -> zipkin.resolve("/zipkin/traces/" + traceId));
    }

    /** What makes a service report its spans; nothing when nobody would take them. */
    public Map<String, String> telemetryOf(String service) {
        return address(Observer.ZIPKIN)
                .map(zipkin -> Map.of(
                        "OTEL_SDK_DISABLED", "false",
                        "OTEL_SERVICE_NAME", service,
                        "OTEL_TRACES_EXPORTER", "zipkin",
                        "OTEL_EXPORTER_ZIPKIN_ENDPOINT",
                                zipkin.resolve("/api/v2/spans").toString(),
                        "OTEL_METRICS_EXPORTER", "none",
                        "OTEL_LOGS_EXPORTER", "none",
                        // People look at a trace as soon as the order is there.
                        "OTEL_BSP_SCHEDULE_DELAY", "500"))
                .orElseGet(Map::of);
    }

    private static Path file(Path run) {
        return run.resolve(FILE);
    }
}
