package dev.covenant.chaos;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.covenant.devstack.Directories;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Link;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.stack.StackDirectory;
import dev.covenant.devstack.stack.StackPlan;
import dev.covenant.devstack.stack.StackPorts;

/**
 * The stack that is struck: durable databases, a proxy on every link, free ports, and orders twice.
 *
 * @param second the other replica of orders
 */
public record ChaosStack(Stack stack, LibertyServer second) implements AutoCloseable {
    /**
     * An order must come to its end within the 30 s after everything is healed: the deadline and one lease are shorter than that together.
     * The lease stays longer than any call of a saga.
     */
    private static final Map<Part, Map<String, String>> SETTINGS = Map.of(
            Part.ORDERS, Map.of("ORDERS_SAGA_DEADLINE_SECONDS", "20", "ORDERS_SAGA_LEASE_SECONDS", "5"),
            Part.PAYMENTS, Map.of("SETTLER_ANSWER_LIMIT", "PT3S", "SETTLER_LEASE", "PT5S"));

    /** Starts it with empty databases; what an earlier run left in the directory goes. */
    public static ChaosStack start(
            Workspace workspace, StackDirectory directory, Progress progress, Lifetime lifetime) {
        Directories.delete(directory.root());
        var plan = new StackPlan(workspace, StackPorts.free(), directory, true, Link.all(), SETTINGS);
        var stack = Stack.start(plan, Part.ofOrders(), Set.of(), progress, lifetime);
        try {
            return new ChaosStack(stack, stack.replica(Part.ORDERS, "2", Map.of()));
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Where customers find orders, each with a slash at the end. */
    public List<URI> replicas() {
        return List.of(stack.server(Part.ORDERS).baseUri(), second.baseUri());
    }

    @Override
    public void close() {
        stack.close();
    }
}
