package dev.covenant.devstack.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.contracts.ContractTree;

/** {@code covenant contracts record}. */
@Command(
        name = "record",
        description =
                "Records that this checkout's version of a service is what runs in an environment now: the last step of a"
                        + " deployment, and of a rollback.")
final class ContractsRecordCommand implements Callable<Integer> {
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
        var contracts = registry.contracts(local);
        for (var service : chosen) {
            var version = contracts.record(service, environment);
            spec.commandLine().getOut().printf("Recorded: %s %s in %s%n", service, version, environment);
        }
        return 0;
    }
}
