package dev.covenant.devstack.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.observe.Observers;
import dev.covenant.devstack.process.Ending;
import dev.covenant.devstack.stack.Part;

/** {@code covenant down}. */
@Command(
        name = "down",
        description = "Stops the running stack, and what a killed one left behind. Done already when nothing runs.")
final class DownCommand implements Callable<Integer> {
    /** Longer than its parts may take one after the other. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var local = Local.find();
        var out = spec.commandLine().getOut();
        var holder = local.holder();
        holder.ifPresent(process -> {
            out.println("Stopping ...");
            out.flush();
            Ending.end(List.of(process), LIMIT);
        });
        new Observers(local.directory().run()).stopLeftOvers();
        var left = local.processes().stopAll();
        if (!left.isEmpty()) {
            out.println("Stopped what had been left behind: "
                    + left.stream().map(Part::id).collect(Collectors.joining(", ")));
        }
        out.println(holder.isPresent() || !left.isEmpty() ? "Stopped." : "Nothing was running.");
        return 0;
    }
}
