package dev.covenant.devstack.cli;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.observe.Observation;
import dev.covenant.devstack.observe.Observers;
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

    @Option(
            names = "--observe",
            description = "Start Zipkin for traces, and Prometheus for metrics and alerts if this machine has it.")
    private boolean observe;

    @Mixin
    private PortOptions ports;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var chosen = ports.chosen();
        var local = Local.find();
        var run = LocalRun.begin(local, chosen, fresh, out);
        run.build(Part.services());
        var observers = observe ? Optional.of(run.observe()) : Optional.<Observers.Started>empty();
        run.start(Part.all(), Set.of());
        observers.ifPresent(Observers.Started::awaitReady);
        new Welcome(chosen, Observation.read(local.directory().run())).print(out, run.took());
        // Ctrl-C and "down" end this JVM; its lifetime then stops what was started.
        new CountDownLatch(1).await();
        return 0;
    }
}
