package dev.covenant.delivery.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.delivery.source.Sources;
import dev.covenant.devstack.cli.Verb;

/** {@code covenant changed}. */
@Command(
        name = "changed",
        description = {
            "Prints the services that a range of commits touches, one on a line.",
            "chassis, liberty-config and pom.xml are part of each; docs are part of none."
        })
public final class ChangedVerb implements Verb {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "<range>",
            arity = "0..1",
            defaultValue = "HEAD~1..HEAD",
            description = "As git writes it. A single commit means all after it. Default: ${DEFAULT-VALUE}.")
    private String range;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        new Sources(Shipping.here().workspace()).changed(range).forEach(out::println);
        return 0;
    }
}
