package dev.covenant.acceptance.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.stack.StackDirectory;
import dev.covenant.devstack.stack.StackPlan;
import dev.covenant.devstack.stack.StackPorts;

/** All books and the provider, but no service that would write in them. */
final class BooksWithoutServices {
    private static final Progress SILENT = new Progress() {
        @Override
        public void done(String step, Duration took) {}

        @Override
        public void lost(Part part, Path log) {}
    };

    private BooksWithoutServices() {}

    static Stack start() {
        var directory = new StackDirectory(Path.of("target", "books-under-test").toAbsolutePath());
        var plan = new StackPlan(Workspace.find(), StackPorts.free(), directory, false);
        return Stack.start(plan, EnumSet.of(Part.PROVIDER), Part.services(), SILENT, new Lifetime());
    }
}
