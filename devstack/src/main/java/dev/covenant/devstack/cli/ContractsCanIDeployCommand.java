package dev.covenant.devstack.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.contracts.ContractTree;

/** {@code covenant contracts can-i-deploy}. */
@Command(
        name = "can-i-deploy",
        description = {
            "Asks the registry whether this checkout's version of a service fits all that is in an environment.",
            "Several services are asked about as if they were deployed together: the way in for a first deployment."
        })
final class ContractsCanIDeployCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceParameters services;

    @Option(names = "--to", paramLabel = "<environment>", required = true, description = "Such as production.")
    private String environment;

    @Mixin
    private RegistryOptions registry;

    @Override
    public Integer call() {
        var local = Local.find();
        var chosen = services.among(new ContractTree(local.workspace()).all(), "has no contract with anybody");
        return registry.contracts(local)
                        .canIDeploy(chosen, environment, spec.commandLine().getOut())
                ? 0
                : 1;
    }
}
