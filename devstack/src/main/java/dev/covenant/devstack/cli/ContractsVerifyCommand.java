package dev.covenant.devstack.cli;

import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.contracts.ContractTree;
import dev.covenant.devstack.stack.Part;

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

    @Option(
            names = "--pact",
            paramLabel = "<url>",
            description = "That one contract alone, pending or not, as the registry's webhook names it (pactUrl).")
    private String pact;

    @Mixin
    private RegistryOptions registry;

    @Override
    public Integer call() {
        var local = Local.find();
        var providers = services.among(new ContractTree(local.workspace()).providers(), "keeps no contract");
        var contracts = registry.contracts(local);
        var stage = new VerifyStage(contracts, spec.commandLine().getOut());
        return (pact == null ? stage.run(providers) : stage.run(only(providers), pact)) ? 0 : 1;
    }

    private static Part only(Set<Part> providers) {
        if (providers.size() != 1) {
            throw new DevstackException("--pact is one contract of one provider: name the provider.");
        }
        return providers.iterator().next();
    }
}
