package dev.covenant.delivery.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;

/** Which commands a stage is. */
final class StageCommands {
    private static final String MAVEN = "./mvnw";

    private final Path root;
    private final Part service;
    private final Shipment shipment;

    StageCommands(Path root, Shipment shipment) {
        this.root = root;
        this.service = shipment.service();
        this.shipment = shipment;
    }

    /** Whether it says more than anybody reads when all is well. */
    static boolean isTalkative(List<String> command) {
        return command.getFirst().equals(MAVEN);
    }

    List<List<String>> of(Stage stage) {
        return switch (stage) {
            case UNIT_TESTS -> List.of(maven(unitTests(), "-DskipITs"));
            case CONTRACTS -> contracts();
            case REAL_SERVERS -> List.of(maven("NoTest"));
            case SCHEMA_GATE -> List.of(schemaGate());
            case PACKAGE -> List.of(List.of("./covenant", "build", service.id()));
            case STAGING, PRODUCTION ->
                List.of(List.of(
                        "./covenant",
                        "deploy",
                        service.id(),
                        "--version",
                        shipment.version(),
                        "--to",
                        stage.toString()));
        };
    }

    private List<String> schemaGate() {
        var command = List.of("./covenant", "schema-gate", service.id());
        return shipment.firstRelease()
                ? Stream.concat(command.stream(), Stream.of("--first-release")).toList()
                : command;
    }

    /** The tree says who has a contract with whom: contracts/pacts/consumer-provider.json. */
    private List<List<String>> contracts() {
        var commands = new ArrayList<List<String>>();
        if (pacts().anyMatch(name -> name.startsWith(service + "-"))) {
            commands.add(List.of("./covenant", "contracts", "publish", service.id()));
        }
        if (pacts().anyMatch(name -> name.endsWith("-" + service + ".json"))) {
            commands.add(List.of("./covenant", "contracts", "verify", service.id()));
        }
        return commands;
    }

    private Stream<String> pacts() {
        var directory = root.resolve("contracts/pacts");
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new DevstackException("Cannot read %s: %s".formatted(directory, e.getMessage()), e);
        }
    }

    /** Of what the service's version is made of; the tools that its tests use have tests of their own, and no version. */
    private String unitTests() {
        return Stream.of(service.id(), "chassis")
                .map("dev/covenant/%s/**/*Test"::formatted)
                .collect(Collectors.joining(","));
    }

    private List<String> maven(String tests, String... options) {
        return Stream.concat(
                        Stream.of(
                                MAVEN,
                                "-B",
                                "-q",
                                "-pl",
                                service.module(),
                                "-am",
                                "verify",
                                "-Dtest=" + tests,
                                "-Dsurefire.failIfNoSpecifiedTests=false"),
                        Stream.of(options))
                .toList();
    }
}
