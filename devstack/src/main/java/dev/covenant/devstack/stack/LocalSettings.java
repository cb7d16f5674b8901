package dev.covenant.devstack.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.observe.Observation;

/** What services of the local stack read from their environment beside addresses and secrets: which version they are, who observes them. */
final class LocalSettings {
    private final Workspace workspace;
    private final Observation observation;

    LocalSettings(Workspace workspace, Observation observation) {
        this.workspace = workspace;
        this.observation = observation;
    }

    Map<Part, Map<String, String>> all() {
        var all = new EnumMap<Part, Map<String, String>>(Part.class);
        Part.services().forEach(service -> all.put(service, of(service)));
        return all;
    }

    private Map<String, String> of(Part service) {
        var version = version(service.module());
        var settings = new HashMap<>(observation.telemetryOf(service.id()));
        settings.put("SERVICE_VERSION", version);
        settings.put("OTEL_RESOURCE_ATTRIBUTES", "service.version=" + version);
        return settings;
    }

    /** The last commit that touched what the service is made of. */
    private String version(String directory) {
        try {
            var git = new ProcessBuilder(
                            "git", "log", "-1", "--format=%h", "--", directory, "chassis", "liberty-config", "pom.xml")
                    .directory(workspace.root().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return commit.isEmpty() ? "local" : commit;
        } catch (IOException noGit) {
            return "local";
        }
    }
}
