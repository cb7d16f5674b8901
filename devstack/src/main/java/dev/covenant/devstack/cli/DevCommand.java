package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Launches;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackPlan;
import dev.covenant.devstack.stack.StackPorts;

/** {@code covenant dev}. */
@Command(
        name = "dev",
        description = {
            "Runs one service in Liberty's dev mode: save a class and it runs, within seconds. What the service needs is started"
                    + " with it.",
            "Beside a running stack it takes the place of that one service, and gives it back when it ends."
        })
final class DevCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<service>", description = "orders, inventory, payments or registry.")
    private String name;

    @Mixin
    private PortOptions ports;

    @Override
    public Integer call() {
        var service = Part.serviceNamed(name);
        var local = Local.find();
        var out = spec.commandLine().getOut();
        return local.holder().isPresent() ? inPlace(service, local, out) : alone(service, local, out);
    }

    private int alone(Part service, Local local, PrintWriter out) {
        var run = LocalRun.begin(local, ports.chosen(), false, out);
        var others = EnumSet.copyOf(service.neighbours());
        others.retainAll(Part.services());
        others.add(service);
        run.build(others);
        run.start(service.neighbours(), Set.of(service));
        return new DevMode(plan(local, ports.chosen()), out).run(service, run.lifetime());
    }

    private static int inPlace(Part service, Local local, PrintWriter out) {
        var plan = plan(local, local.portsOfRunning());
        new Build(local.workspace()).refresh(Set.of(service), out);
        var lifetime = new Lifetime();
        lifetime.own(() -> giveBack(service, local, plan, out));
        out.println("Taking the place of " + service + " in the running stack ...");
        out.flush();
        local.processes().stop(service);
        local.processes().writeThisProcess(service);
        return new DevMode(plan, out).run(service, lifetime);
    }

    /** Its new server belongs to the stack: it stays when this process ends, and goes when the stack stops. Not while it stops. */
    private static void giveBack(Part service, Local local, StackPlan plan, PrintWriter out) {
        if (local.holder().isEmpty() || !local.processes().nameThisProcess(service)) {
            return;
        }
        out.println("Starting " + service + " of the stack again ...");
        out.flush();
        var server = new Launches(plan).server(service).start();
        local.processes().write(service, server.process());
        server.awaitReady();
        out.println("Done.");
        out.flush();
    }

    private static StackPlan plan(Local local, StackPorts ports) {
        return StackPlan.local(local.workspace(), ports, local.directory());
    }
}
