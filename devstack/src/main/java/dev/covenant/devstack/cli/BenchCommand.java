package dev.covenant.devstack.cli;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.Directories;
import dev.covenant.devstack.bench.OverloadBench;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.stack.StackDirectory;
import dev.covenant.devstack.stack.StackPlan;

/** {@code covenant bench}. */
@Command(
        name = "bench",
        description = {
            "Measures what becomes of confirmed orders when several times more arrive than can be served.",
            "Has a stack of its own on free ports, with durable databases; takes about four minutes. What else runs on this machine"
                    + " is part of what is measured."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:at least 80 %% of the most are still confirmed, and refusals come within 100 ms (95 of 100)",
            "1:they are not, or it could not be measured",
            "2:wrong usage"
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--seconds", description = "How long each measurement lasts. Default: ${DEFAULT-VALUE}.")
    private int seconds = 30;

    @Option(
            names = "--factor",
            description = "How many times the most that was served arrives. Default: ${DEFAULT-VALUE}.")
    private double factor = 4;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var workspace = Local.find().workspace();
        var directory = new StackDirectory(workspace.kept().resolve("bench"));
        new Build(workspace).refresh(EnumSet.of(Part.ORDERS, Part.INVENTORY, Part.PAYMENTS), out);
        Directories.delete(directory.root());
        var plan = StackPlan.measured(workspace, directory);
        try (var stack = Stack.start(plan, Part.ofOrders(), Set.of(), new ConsoleProgress(out), new Lifetime())) {
            var figures = new OverloadBench(stack, Duration.ofSeconds(seconds), factor).run(line -> {
                out.println("  " + line);
                out.flush();
            });
            out.printf("%n%s", figures.table());
            return figures.areBearable() ? 0 : 1;
        }
    }
}
