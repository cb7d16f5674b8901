package dev.covenant.delivery.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.cli.ConsoleProgress;
import dev.covenant.devstack.cli.Verb;

/** {@code covenant deploy}. */
@Command(
        name = "deploy",
        description = {
            "Deploys a version of one service: asks the registry, migrates, replaces replicas one by one, records.",
            "Broken off anywhere, it is run again: for the same version it finishes, for another it replaces."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it runs and is recorded",
            "1:it does not; the message says why, and what runs",
            "2:wrong usage"
        })
public final class DeployVerb implements Verb {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<service>", description = "orders, inventory or payments.")
    private String service;

    @Option(
            names = "--version",
            required = true,
            paramLabel = "<version>",
            description = "As ./covenant build printed it, or its beginning.")
    private String version;

    @Option(
            names = "--ignore",
            paramLabel = "<service>",
            description =
                    "Its contracts do not count: for the first deployment of two that need each other, when neither is"
                            + " there yet.")
    private String[] ignored = {};

    @Mixin
    private RolloutOptions options;

    @Override
    public Integer call() {
        var shipping = Shipping.here();
        var part = shipping.deployable(service);
        var out = spec.commandLine().getOut();
        // A word that is no service would ignore nothing, without a word.
        List.of(ignored).forEach(shipping::deployable);
        try (var registry = shipping.registry(ignored)) {
            shipping.deployment(part, options, registry).deploy(version, new ConsoleProgress(out));
        }
        out.printf("%s %s runs in %s%n", part, version, options.environment());
        return 0;
    }
}
