package dev.covenant.devstack.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.contracts.ContractTree;

/** {@code covenant contracts verify}. */
@Command(
        name = "verify",
        description = {
            "Has a provider verify, on its real server, what the registry has for it, and publishes what comes of it:",
            "the contracts of consumers' main branches, of their branches named like this one, and of all versions deployed or"
                    + " released. What was never kept before is pending: it is told, and fails nothing."
        })
final class ContractsVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceParameters services;

    @Mixin
    private RegistryOptions registry;

    @Override
    public Integer call() {
        var local = Local.find();
        var providers = services.among(new ContractTree(local.workspace()).providers(), "keeps no contract");
        var contracts = registry.contracts(local);
        return new VerifyStage(contracts, spec.commandLine().getOut()).run(providers) ? 0 : 1;
    }
}
