package dev.covenant.devstack.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.Launch;

/** Prometheus of this machine, if it has one, with our alerts. */
public final class Prometheus {
    private Prometheus() {}

    /**
     * @param services their ports by their names
     * @param rules the file of alerts
     * @return empty when the program is not installed
     */
    public static Optional<Observers.PortLaunch> watching(Map<String, Integer> services, Path rules) {
        return Observers.program("prometheus")
                .map(program -> (port, log) -> launch(program, services, rules, port, log));
    }

    private static Launch launch(Path program, Map<String, Integer> services, Path rules, int port, Path log) {
        var configuration = log.resolveSibling("prometheus.yml");
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(configuration, configuration(services, rules));
        } catch (IOException e) {
            throw new DevstackException("Cannot write " + configuration + ": " + e.getMessage(), e);
        }
        var command = List.of(
                program.toString(),
                "--config.file=" + configuration,
                "--web.listen-address=127.0.0.1:" + port,
                "--storage.tsdb.path=" + log.resolveSibling("prometheus-data"),
                "--storage.tsdb.retention.size=256MB");
        return new Launch("prometheus", command, Map.of(), log);
    }

    private static String configuration(Map<String, Integer> services, Path rules) {
        var targets = services.entrySet().stream()
                .map(service -> """
                              - targets: ["localhost:%d"]
                                labels: {service: %s}
                        """.formatted(service.getValue(), service.getKey()))
                .collect(Collectors.joining());
        return """
                global:
                  scrape_interval: 5s
                  evaluation_interval: 5s
                rule_files: ["%s"]
                scrape_configs:
                  - job_name: covenant
                    static_configs:
                %s""".formatted(rules, targets);
    }
}
