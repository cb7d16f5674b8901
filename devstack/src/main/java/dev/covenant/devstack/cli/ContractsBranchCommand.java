package dev.covenant.devstack.cli;

import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.contracts.rehearsal.BranchStory;
import dev.covenant.devstack.contracts.rehearsal.Rehearsal;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;

/** {@code covenant contracts branch-story}. */
@Command(
        name = "branch-story",
        description = {
            "A branch of orders needs a field that inventory lacks: plays through who waits for whom, in a clone of the last commit and"
                    + " with a registry of its own, both thrown away."
        })
final class ContractsBranchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var workspace = Local.find().workspace();
        new Build(workspace).refresh(Set.of(Part.REGISTRY), out);
        try (var rehearsal = Rehearsal.begin(workspace, new ConsoleProgress(out), new Lifetime())) {
            out.println();
            var right = new BranchStory(rehearsal, line -> {
                        out.println("  " + line);
                        out.flush();
                    })
                    .run();
            return right ? 0 : 1;
        }
    }
}
