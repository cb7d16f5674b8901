package dev.covenant.devstack.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.contracts.ContractTree;

/** {@code covenant contracts publish}. */
@Command(
        name = "publish",
        description = "Runs a consumer's contract tests and publishes what they wrote, under its commit and branch.")
final class ContractsPublishCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceParameters services;

    @Mixin
    private RegistryOptions registry;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var local = Local.find();
        var tree = new ContractTree(local.workspace());
        var consumers = services.among(tree.consumers(), "expects nothing of another service");
        var contracts = registry.contracts(local);
        var progress = new ConsoleProgress(out);
        progress.step("consumers' tests", () -> contracts.write(consumers));
        for (var consumer : consumers) {
            progress.step("publish " + consumer, () -> contracts.publish(consumer));
        }
        contracts
                .of(consumers)
                .forEach(version -> out.printf(
                        "Published: %s %s, branch %s%n", version.service(), version.commit(), version.branch()));
        return 0;
    }
}
