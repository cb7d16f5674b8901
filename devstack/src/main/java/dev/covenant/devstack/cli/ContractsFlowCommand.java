package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.contracts.ContractTree;
import dev.covenant.devstack.contracts.Contracts;

/** {@code covenant contracts flow}. */
@Command(
        name = "flow",
        description = {
            "The whole way for all services: consumers' tests, publish, verify, can-i-deploy, record.",
            "Ends with the matrix of this checkout's versions."
        })
final class ContractsFlowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "<environment>",
            defaultValue = "local",
            description = "Made when it is not there. Default: ${DEFAULT-VALUE}.")
    private String environment;

    @Mixin
    private RegistryOptions registry;

    @Override
    public Integer call() {
        var begun = System.nanoTime();
        var out = spec.commandLine().getOut();
        var local = Local.find();
        var address = registry.address(local);
        var contracts = new Contracts(local.workspace(), address);
        var tree = new ContractTree(local.workspace());
        var versions = contracts.of(tree.all());
        out.printf("Branch %s, registry %s%n", versions.getFirst().branch(), address);
        versions.forEach(version -> out.printf("  %-12s %s%n", version.service(), version.commit()));
        out.println();
        var green = run(contracts, tree, out);
        var matrix = contracts.matrix(tree.all());
        out.printf("%n%s%n", matrix.table());
        out.printf(
                "%n%s in %s%n",
                green && matrix.isGreen() ? "Green" : "Not green",
                ConsoleProgress.seconds(Duration.ofNanos(System.nanoTime() - begun)));
        return green && matrix.isGreen() ? 0 : 1;
    }

    private boolean run(Contracts contracts, ContractTree tree, PrintWriter out) {
        var progress = new ConsoleProgress(out);
        progress.step("consumers' tests", () -> contracts.write(tree.consumers()));
        for (var consumer : tree.consumers()) {
            progress.step("publish " + consumer, () -> contracts.publish(consumer));
        }
        if (!new VerifyStage(contracts, out).run(tree.providers())) {
            return false;
        }
        contracts.ensureEnvironment(environment);
        var reasons = new StringWriter();
        var asked = System.nanoTime();
        if (!contracts.canIDeploy(tree.all(), environment, new PrintWriter(reasons))) {
            out.printf("%nThe registry says no:%n%s%n", reasons);
            return false;
        }
        progress.done("can-i-deploy", Duration.ofNanos(System.nanoTime() - asked));
        progress.step("record", () -> tree.all().forEach(service -> contracts.record(service, environment)));
        return true;
    }
}
