package dev.covenant.chaos;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.covenant.chaos.schedule.Target;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.faults.FaultProxy;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.process.Ending;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.process.ProcessRecord;
import dev.covenant.devstack.stack.Link;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.ProcessRecords;
import dev.covenant.devstack.stack.Progress;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.stack.StackDirectory;
import dev.covenant.devstack.stack.StackLock;
import dev.covenant.devstack.stack.StackPlan;
import dev.covenant.devstack.stack.StackPorts;

/** The stack that is struck: durable databases, a proxy on every link, free ports, and orders twice. */
public final class ChaosStack implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(15);
    /**
     * An order must come to its end within the 30 s after everything is healed: the deadline and one lease are shorter than that together.
     * The lease stays longer than any call of a saga.
     */
    private static final Map<Part, Map<String, String>> SETTINGS = Map.of(
            Part.ORDERS, Map.of("ORDERS_SAGA_DEADLINE_SECONDS", "20", "ORDERS_SAGA_LEASE_SECONDS", "5"),
            Part.PAYMENTS, Map.of("SETTLER_ANSWER_LIMIT", "PT3S", "SETTLER_LEASE", "PT5S"));

    private final Stack stack;
    private final OwnLinks links;
    private final LibertyServer second;
    /** Which process that is, for whoever must find it without having started it. */
    private final Path secondRecord;

    private ChaosStack(Stack stack, OwnLinks links, Path secondRecord) {
        this.stack = stack;
        this.links = links;
        this.secondRecord = secondRecord;
        this.second = stack.replica(Part.ORDERS, "2", links.settings());
        links.addCustomersOf(second.baseUri());
        recordSecond();
    }

    /**
     * Starts it with empty databases. What an earlier run left behind, files and processes, goes first.
     *
     * @param lifetime holds the directory until it is closed
     * @throws dev.covenant.devstack.DevstackException when another run has the directory, or a part does not start
     */
    public static ChaosStack start(
            Workspace workspace, StackDirectory directory, Progress progress, Lifetime lifetime) {
        lifetime.own(StackLock.take(directory));
        var secondRecord = directory.root().resolve("orders-2.process");
        tidyUp(directory, secondRecord);
        var plan = new StackPlan(workspace, StackPorts.free(), directory, true, Link.all(), SETTINGS);
        var stack = Stack.start(plan, Part.ofOrders(), Set.of(), progress, lifetime);
        try {
            return new ChaosStack(stack, lifetime.start(() -> new OwnLinks(plan.ports())), secondRecord);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private static void tidyUp(StackDirectory directory, Path secondRecord) {
        Ending.end(
                ProcessRecord.read(secondRecord).flatMap(ProcessRecord::find).stream()
                        .toList(),
                GRACE);
        new ProcessRecords(directory).stopAll();
        Directories.delete(directory.run());
        Directories.delete(directory.data());
    }

    public Stack stack() {
        return stack;
    }

    /** The other replica of orders. */
    public LibertyServer second() {
        return second;
    }

    /**
     * A proxy that a usual stack does not have.
     *
     * @throws IllegalArgumentException when it is a link of the stack's, or none
     */
    public FaultProxy ownLink(Target target) {
        return links.link(target);
    }

    /** Makes all links like new: no fault, no rule, and what rules hold is dropped. */
    public void clearLinks() {
        stack.clearLinks();
        links.clear();
    }

    /** Starts the other replica, which was killed, again; returns when it is ready. */
    public void startSecond() {
        second.start();
        recordSecond();
        second.awaitReady();
    }

    private void recordSecond() {
        var process = second.process();
        new ProcessRecord(process.pid(), process.startedAt()).write(secondRecord);
    }

    /** Where customers find orders, each with a slash at the end. */
    public List<URI> replicas() {
        return links.replicas();
    }

    @Override
    public void close() {
        stack.close();
    }
}
