package dev.covenant.devstack.cli;

import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.stack.StackLock;
import dev.covenant.devstack.stack.StackPlan;
import dev.covenant.devstack.stack.StackPorts;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code covenant up}. */
@Command(
        name = "up",
        description = "Starts everything and stays until Ctrl-C, which stops everything. Data is kept between runs.")
final class UpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--fresh", description = "Forget the data of earlier runs: new databases, demo stock as on the first day.")
    private boolean fresh;

    @Mixin
    private PortOptions ports;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var local = Local.find();
        try (var session = new Session(local, out)) {
            session.begin(ports.chosen(), Part.services(), fresh);
            session.start(Part.all(), Set.of());
            new Welcome(out).print(session.ports(), session.took());
            // Ctrl-C and "down" end this JVM; its lifetime then stops what was started.
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
