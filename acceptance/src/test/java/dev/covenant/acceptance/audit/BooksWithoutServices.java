package dev.covenant.acceptance.audit;

import java.util.EnumSet;
import java.util.Map;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.stack.StackDirectory;
import dev.covenant.devstack.stack.StackPlan;
import dev.covenant.devstack.testing.TestRun;

/** All books and the provider, but no service that would write in them. */
final class BooksWithoutServices {
    private BooksWithoutServices() {}

    static Stack start() {
        var directory = new StackDirectory(TestRun.directory("books"));
        var plan = StackPlan.underTest(Workspace.find(), directory, Map.of());
        return Stack.start(
                plan,
                EnumSet.of(Part.PROVIDER),
                EnumSet.range(Part.ORDERS, Part.PAYMENTS),
                Progress.silent(),
                new Lifetime());
    }
}
