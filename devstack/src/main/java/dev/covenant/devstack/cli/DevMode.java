package dev.covenant.devstack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.liberty.ServerSettings;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Launches;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackPlan;

/** Liberty's dev mode on one service of a stack whose other parts run. */
final class DevMode {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

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
                "-pl",
                service.id(),
                libraries.head(),
                libraries.tail(),
                "-Dliberty.user=" + userDirectory(service),
                "process-classes",
                "liberty:dev",
                "-DlooseApplication=true",
                "-DskipTests",
                "-DgenerateFeatures=false",
                "-DcompileWait=0.1");
        command.environment().putAll(new Launches(plan).environment(service));
        command.environment().put("HTTP_PORT", Integer.toString(plan.ports().of(service)));
        command.environment().put("JVM_ARGS", ServerSettings.QUICK_START);
        // Maven compiles what is saved; C2 would compete with it for the processors and pay back nothing.
        command.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return inForeground(command.inheritIO(), lifetime);
    }

    /** Of its own: dev mode runs the classes where they are compiled, beside the package that others run. */
    private Path userDirectory(Part service) {
        var own = plan.directory().root().resolve("dev").resolve(service.id());
        Directories.delete(own);
        Directories.copy(plan.workspace().build(service.id()).resolve("liberty-usr"), own);
        Directories.delete(own.resolve("servers").resolve(service.id()).resolve("apps"));
        write(
                own.resolve("servers").resolve(service.id()).resolve("configDropins/overrides/dev.xml"),
                LOOK_FOR_CHANGES);
        return own;
    }

    /** A packaged server never looks for changes; this one looks often. */
    private static final String LOOK_FOR_CHANGES = """
            <server>
              <applicationMonitor updateTrigger="polled" pollingRate="100ms"/>
            </server>
            """;

    private static void write(Path file, String content) {
        try {
            java.nio.file.Files.createDirectories(file.getParent());
            java.nio.file.Files.writeString(file, content);
        } catch (IOException e) {
            throw new DevstackException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static int inForeground(ProcessBuilder command, Lifetime lifetime) {
        try {
            var process = command.start();
            lifetime.own(() -> end(process));
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

    /** Maven stops its server before it ends. On Ctrl-C it has heard of it already, on "down" it has not. */
    private static void end(Process maven) throws InterruptedException {
        maven.destroy();
        if (!maven.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly().waitFor();
        }
    }
}
