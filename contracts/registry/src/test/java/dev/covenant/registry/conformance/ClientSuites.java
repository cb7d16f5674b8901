package dev.covenant.registry.conformance;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.DirectorySource;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.provider.junitsupport.loader.PactLoader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import dev.covenant.registry.hal.Hal;

/**
 * The contracts that the official clients publish against the Pact Broker. They are no part of this project: the system property
 * {@code covenant.conformance} names the folder where they are.
 */
public final class ClientSuites implements PactLoader {
    private static final List<String> FILES = List.of("broker-client-v1.json", "broker-client-v2.json");

    static boolean areThere() {
        return FILES.stream().allMatch(file -> Files.isRegularFile(folder().resolve(file)));
    }

    private static Path folder() {
        return Path.of(System.getProperty("covenant.conformance", "none")).normalize();
    }

    @Override
    public List<Pact> load(String provider) {
        return FILES.stream()
                .map(file -> adapted(folder().resolve(file)))
                .map(json -> DefaultPactReader.INSTANCE.loadPact(new StringReader(json.toString())))
                .toList();
    }

    @Override
    public PactSource getPactSource() {
        return new DirectorySource(folder().toFile());
    }

    /** They were written for a verifier in Ruby: in its expressions a brace may stand for itself, and it asks for no media type by itself. */
    private static JsonNode adapted(Path file) {
        var suite = JsonMapper.shared().readTree(file.toFile());
        suite.findParents("regex").forEach(rule -> ((ObjectNode) rule)
                .put("regex", rule.get("regex").asString().replaceAll("\\{([a-z]+)\\}", "\\\\{$1\\\\}")));
        for (var interaction : suite.get("interactions")) {
            var response = (ObjectNode) interaction.get("response");
            if (response.has("body")) {
                response.withObject("/headers").putIfAbsent("Content-Type", StringNode.valueOf(Hal.TYPE));
            }
        }
        return suite;
    }
}
