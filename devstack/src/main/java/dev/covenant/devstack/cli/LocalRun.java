package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.covenant.devstack.Directories;
import dev.covenant.devstack.observe.Observer;
import dev.covenant.devstack.observe.Observers;
import dev.covenant.devstack.observe.Prometheus;
import dev.covenant.devstack.observe.Zipkin;
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

    /** Starts what watches the stack; it gets ready while the stack does. What this machine has not is left out, and said. */
    Observers.Started observe() {
        var launches = new EnumMap<Observer, Observers.PortLaunch>(Observer.class);
        launches.put(Observer.ZIPKIN, Zipkin.from(new Libraries(local.workspace()).zipkin(out)));
        var rules = local.workspace().root().resolve("docs/alerts.yml");
        var services = new TreeMap<String, Integer>();
        Part.services().forEach(service -> services.put(service.id(), ports.of(service)));
        Prometheus.watching(services, rules)
                .ifPresentOrElse(
                        prometheus -> launches.put(Observer.PROMETHEUS, prometheus),
                        () -> say(
                                "No Prometheus on this machine (Debian: apt-get install prometheus); going on without."));
        return new Observers(local.directory().run()).start(ports.of(Part.ORDERS), launches, lifetime);
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
        new Observers(local.directory().run()).stopLeftOvers();
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
