package dev.covenant.delivery.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.delivery.gate.SilenceIsConsent;
import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.cli.ConsoleProgress;
import dev.covenant.devstack.cli.Verb;

/** {@code covenant rollback}. */
@Command(
        name = "rollback",
        description = {
            "Deploys the version before the current one, by the same way and with the same questions; after a deployment"
                    + " that was broken off, the current one. Broken off itself, it is run again.",
            "After a rollback there is no version before: go on by name, with ./covenant deploy."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it runs and is recorded",
            "1:it does not; the message says why, and what runs",
            "2:wrong usage"
        })
public final class RollbackVerb implements Verb {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<service>", description = "orders, inventory or payments.")
    private String service;

    @Mixin
    private RolloutOptions options;

    @Option(
            names = "--unasked",
            description =
                    "Roll back also when the registry does not answer: what it thinks of that version now is not known then, and it is"
                            + " recorded when the same command is run again. A registry that says no is heeded.")
    private boolean unasked;

    @Override
    public Integer call() {
        var shipping = Shipping.here();
        var part = shipping.deployable(service);
        var out = spec.commandLine().getOut();
        try (var registry = shipping.registry()) {
            shipping.deployment(part, options, unasked ? new SilenceIsConsent(registry) : registry)
                    .rollBack(new ConsoleProgress(out))
                    .ifPresentOrElse(
                            version -> out.printf(
                                    "%s %s runs in %s again%n",
                                    part, Release.shortened(version), options.environment()),
                            () -> out.printf("No %s runs in %s, as before%n", part, options.environment()));
        }
        return 0;
    }
}
