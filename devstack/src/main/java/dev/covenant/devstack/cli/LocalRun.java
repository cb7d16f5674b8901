package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import dev.covenant.devstack.Directories;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.stack.StackLock;
import dev.covenant.devstack.stack.StackPlan;
import dev.covenant.devstack.stack.StackPorts;

/** One run of the local stack by this process, from the first check to the last stop. */
final class LocalRun {
    private final Local local;
    private final StackPorts ports;
    private final PrintWriter out;
    private final long begun = System.nanoTime();
    private final Lifetime lifetime = new Lifetime();

    private LocalRun(Local local, StackPorts ports, PrintWriter out) {
        this.local = local;
        this.ports = ports;
        this.out = out;
    }

    /** Makes sure that this is the only run, that nothing is left of an earlier one, and that the ports are free. */
    static LocalRun begin(Local local, StackPorts ports, boolean fresh, PrintWriter out) {
        var run = new LocalRun(local, ports, out);
        run.lifetime.own(StackLock.take(local.directory()));
        run.tidyUp(fresh);
        ports.requireFree();
        return run;
    }

    /** Packages those services whose build is missing or older than their sources. */
    void build(Collection<Part> services) {
        new Build(local.workspace()).refresh(services, out);
    }

    /** Starts {@code parts} and what everything needs. */
    Stack start(Set<Part> parts, Set<Part> migrateOnly) {
        say("Starting ...");
        ports.write(local.directory());
        lifetime.own(() -> say("Stopped. Data is kept in " + local.directory().data()));
        var plan = StackPlan.local(local.workspace(), ports, local.directory());
        var stack = Stack.start(plan, parts, migrateOnly, new ConsoleProgress(out), lifetime);
        lifetime.own(() -> say("%nStopping ...".formatted()));
        return stack;
    }

    /** Since it began. */
    Duration took() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    Lifetime lifetime() {
        return lifetime;
    }

    private void tidyUp(boolean fresh) {
        var left = local.processes().stopAll();
        if (!left.isEmpty()) {
            say("Stopped what an earlier run had left behind: " + names(left));
        }
        Directories.delete(local.directory().run());
        if (fresh) {
            Directories.delete(local.directory().data());
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private static String names(Collection<Part> parts) {
        return parts.stream().map(Part::id).collect(Collectors.joining(", "));
    }
}
