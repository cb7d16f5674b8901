package dev.covenant.devstack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Launches;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackPlan;

/** Liberty's dev mode on one service of a stack whose other parts run. */
final class DevMode {
    private final StackPlan plan;
    private final PrintWriter out;
    private final Maven maven;

    DevMode(StackPlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
        this.maven = new Maven(plan.workspace());
    }

    /** Returns when the person at the terminal ends it, by Ctrl-C or by q and Enter. */
    int run(Part service, Lifetime lifetime) {
        out.println("Making ready what " + service + " is built on ...");
        out.flush();
        var libraries = new LocalLibraries(plan.workspace());
        libraries.install();
        var command = maven.command(
                "-q",
                "-pl",
                service.id(),
                libraries.head(),
                libraries.tail(),
                "-Dliberty.user=" + userDirectory(service),
                "process-classes",
                "liberty:dev",
                "-DlooseApplication=true",
                "-DskipTests",
                "-DgenerateFeatures=false");
        command.environment().putAll(new Launches(plan).environment(service));
        command.environment().put("HTTP_PORT", Integer.toString(plan.ports().of(service)));
        // A packaged server never looks for changes.
        command.environment().put("APPLICATION_UPDATE_TRIGGER", "polled");
        return inForeground(command.inheritIO(), lifetime);
    }

    /** Of its own: dev mode runs the classes where they are compiled, beside the package that others run. */
    private Path userDirectory(Part service) {
        var own = plan.directory().root().resolve("dev").resolve(service.id());
        Directories.delete(own);
        Directories.copy(plan.workspace().build(service.id()).resolve("liberty-usr"), own);
        Directories.delete(own.resolve("servers").resolve(service.id()).resolve("apps"));
        return own;
    }

    private static int inForeground(ProcessBuilder command, Lifetime lifetime) {
        try {
            var process = command.start();
            // On Ctrl-C Maven hears it too and stops its server; whatever comes after must wait for that.
            lifetime.own(process::waitFor);
            var status = process.waitFor();
            lifetime.close();
            return status;
        } catch (IOException e) {
            throw new DevstackException("Cannot run ./mvnw: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }
}
