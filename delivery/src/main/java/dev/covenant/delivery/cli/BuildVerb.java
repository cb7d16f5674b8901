package dev.covenant.delivery.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.delivery.packages.PackageBuild;
import dev.covenant.devstack.cli.Verb;
import dev.covenant.devstack.stack.Part;

/** {@code covenant build}. */
@Command(
        name = "build",
        description = {
            "Packages a service as it is committed, and prints its version: the last commit that touched what it is made of.",
            "A version that was built before is not built again."
        })
public final class BuildVerb implements Verb {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<service>", description = "orders, inventory, payments or registry.")
    private String service;

    @Override
    public Integer call() {
        var shipping = Shipping.here();
        var release = new PackageBuild(shipping.workspace(), shipping.packages()).build(Part.serviceNamed(service));
        spec.commandLine().getOut().println(release.version());
        return 0;
    }
}
