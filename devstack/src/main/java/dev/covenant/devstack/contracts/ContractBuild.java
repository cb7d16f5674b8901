package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.LogTail;
import dev.covenant.devstack.process.Maven;
import dev.covenant.devstack.stack.Part;

/** What Maven does of it: runs consumers' tests, publishes what they wrote, has providers verify. */
final class ContractBuild {
    /** The branch on which work in progress of consumers is verified. */
    private static final String MAIN = "main";

    /** How old work in progress may be. */
    private static final Period IN_PROGRESS = Period.ofDays(90);

    /** Where Pact's plugin looks for contracts below a module's build directory. */
    private static final String TO_PUBLISH = "pacts";

    private final Workspace workspace;
    private final RegistryAddress registry;
    private final List<String> options;
    private final Clock clock;

    /** @param options for each run of Maven beside its own */
    ContractBuild(Workspace workspace, RegistryAddress registry, List<String> options, Clock clock) {
        this.workspace = workspace;
        this.registry = registry;
        this.options = List.copyOf(options);
        this.clock = clock;
    }

    /** @throws DevstackException with the end of Maven's output when the tests fail */
    void writeContracts(Collection<Part> consumers) {
        run(
                "consumers",
                "The consumers' own tests fail: before a contract is anybody's, its client has to keep it.",
                List.of(
                        "-pl",
                        modules(consumers),
                        "-am",
                        "test",
                        "-Dtest=" + ContractTree.CONSUMER_TESTS,
                        "-Dsurefire.failIfNoSpecifiedTests=false"));
    }

    void publish(Revision consumer, Part module, List<Path> contracts) {
        stage(module, contracts);
        run(
                "publish-" + consumer.service(),
                "The registry does not take the contracts of " + consumer + ".",
                List.of(
                        "-pl",
                        module.module(),
                        "au.com.dius.pact.provider:maven:publish",
                        "-Dpact.projectVersion=" + consumer.commit(),
                        "-Dpact.branch=" + consumer.branch()));
    }

    /**
     * Has providers verify what the registry has for them, and publishes what comes of it.
     *
     * @param pact the address of the only contract to verify; empty for all that matter
     * @throws DevstackException when it fails for any other reason, or leaves open what is kept: nothing ran, or a failure has no message
     */
    Verified verify(Collection<Revision> providers, String pact) {
        var parts = providers.stream()
                .map(provider -> Part.serviceNamed(provider.service()))
                .toList();
        var arguments = new ArrayList<>(List.of(
                "--fail-at-end",
                "-pl",
                modules(parts),
                "-am",
                "verify",
                "-Dit.test=" + ContractTree.PROVIDER_TEST,
                "-Dtest=NoUnitTest",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dfailsafe.failIfNoSpecifiedTests=false",
                "-Dcontracts.registry=" + registry.url(),
                "-Dcontracts.pact=" + pact,
                "-Dpact.verifier.publishResults=true"));
        providers.forEach(provider ->
                arguments.add("-Dcontracts.version.%s=%s".formatted(provider.service(), provider.commit())));
        var branch = providers.iterator().next().branch();
        arguments.add("-Dpact.provider.branch=" + branch);
        if (branch.equals(MAIN)) {
            arguments.add("-Dcontracts.wip.since=" + LocalDate.now(clock).minus(IN_PROGRESS));
        }
        var reports = new VerificationReports(workspace);
        reports.forget(parts);
        var log = log("verify");
        var status = status(log, arguments);
        var verified = reports.read(parts);
        var gaps = reports.gaps(parts);
        if (!gaps.isEmpty() || status != 0 && verified.broken().isEmpty()) {
            throw new DevstackException("%sThe verification did not come to its end. %s%n%s"
                    .formatted(
                            verified.broken().stream()
                                    .map(message -> message + "\n\n")
                                    .collect(Collectors.joining()),
                            String.join("; ", gaps),
                            LogTail.of(log)));
        }
        return verified;
    }

    private void stage(Part module, List<Path> contracts) {
        var staged = workspace.build(module.module()).resolve(TO_PUBLISH);
        Directories.delete(staged);
        try {
            Files.createDirectories(staged);
            for (var contract : contracts) {
                Files.copy(contract, staged.resolve(contract.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new DevstackException("Cannot write " + staged + ": " + e.getMessage(), e);
        }
    }

    private void run(String name, String failure, List<String> arguments) {
        var log = log(name);
        if (status(log, arguments) != 0) {
            throw new DevstackException(failure + " " + LogTail.of(log));
        }
    }

    private int status(Path log, List<String> arguments) {
        var all = new ArrayList<>(arguments);
        all.addAll(options);
        // What is asked here is whether contracts are kept; how the code looks, the build asks.
        all.add("-Dspotless.check.skip=true");
        var maven = new Maven(workspace).command(all.toArray(String[]::new));
        registry.give(maven);
        try {
            Files.createDirectories(log.getParent());
            var process =
                    maven.redirectErrorStream(true).redirectOutput(log.toFile()).start();
            // Ctrl-C reaches Maven too; "kill" would reach us alone.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process.waitFor();
        } catch (IOException e) {
            throw new DevstackException("Cannot run ./mvnw: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while Maven ran", e);
        }
    }

    private Path log(String name) {
        return workspace.kept().resolve("contracts/" + name + ".log");
    }

    private static String modules(Collection<Part> services) {
        return services.stream().map(Part::module).collect(Collectors.joining(","));
    }
}
