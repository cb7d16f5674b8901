package dev.covenant.devstack.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.stack.Part;

/** {@code covenant up}. */
@Command(
        name = "up",
        description = "Starts everything and stays until Ctrl-C, which stops everything. Data is kept between runs.")
final class UpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--fresh",
            description = "Forget the data of earlier runs: empty databases, demo products and stock.")
    private boolean fresh;

    @Mixin
    private PortOptions ports;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var chosen = ports.chosen();
        var run = LocalRun.begin(Local.find(), chosen, fresh, out);
        run.build(Part.services());
        run.start(Part.all(), Set.of());
        new Welcome(chosen).print(out, run.took());
        // Ctrl-C and "down" end this JVM; its lifetime then stops what was started.
        new CountDownLatch(1).await();
        return 0;
    }
}
