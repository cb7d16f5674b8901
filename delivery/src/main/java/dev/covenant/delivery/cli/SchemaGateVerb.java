package dev.covenant.delivery.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.delivery.schema.SchemaGate;
import dev.covenant.delivery.source.Sources;
import dev.covenant.devstack.cli.Verb;

/** {@code covenant schema-gate}. */
@Command(
        name = "schema-gate",
        description = {
            "Has the last release (the last tag v...) pass its own tests on the database that this version of a service migrates.",
            "Runs them only when there are new migrations."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it passes, or nothing about the schema is new",
            "1:it does not, or there is no release to try; the message says which",
            "2:wrong usage"
        })
public final class SchemaGateVerb implements Verb {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<service>", description = "orders, inventory or payments.")
    private String service;

    @Option(
            names = "--first-release",
            description = "There is no release yet. COVENANT_FIRST_RELEASE=true says it for pipelines.")
    private boolean firstRelease;

    @Override
    public Integer call() {
        var shipping = Shipping.here();
        var part = shipping.deployable(service);
        var version = new Sources(shipping.workspace()).version(part);
        var declared = firstRelease || Boolean.parseBoolean(System.getenv("COVENANT_FIRST_RELEASE"));
        var out = spec.commandLine().getOut();
        out.println(new SchemaGate(shipping.workspace(), declared).pass(part, version));
        return 0;
    }
}
