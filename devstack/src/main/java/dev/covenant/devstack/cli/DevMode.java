package dev.covenant.devstack.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.liberty.ServerSettings;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.process.Maven;
import dev.covenant.devstack.stack.Launches;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackPlan;

/** Liberty's dev mode on one service of a stack whose other parts run. */
final class DevMode {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final StackPlan plan;
    private final PrintWriter out;

    DevMode(StackPlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
    }

    /** Returns when the person at the terminal ends it, by Ctrl-C or by q and Enter. */
    int run(Part service, Lifetime lifetime) {
        var libraries = new LocalLibraries(plan.workspace());
        new ConsoleProgress(out).step("libraries", libraries::install);
        say("Starting " + service + " in dev mode ...");
        try {
            var process = command(service, libraries).start();
            lifetime.own(() -> end(process));
            follow(process, plan.directory().log(service));
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

    private ProcessBuilder command(Part service, LocalLibraries libraries) {
        var command = new Maven(plan.workspace())
                .command(
                        "-pl",
                        service.module(),
                        libraries.head(),
                        libraries.tail(),
                        "-Dliberty.user=" + new DevServer(plan).prepare(service),
                        "process-classes",
                        "liberty:dev",
                        "-DskipTests",
                        "-DgenerateFeatures=false",
                        "-DcompileWait=0.1");
        var environment = command.environment();
        environment.putAll(new Launches(plan).environment(service));
        environment.put("HTTP_PORT", Integer.toString(plan.ports().of(service)));
        environment.put("JVM_ARGS", ServerSettings.QUICK_START);
        return command.redirectErrorStream(true).redirectInput(Redirect.INHERIT);
    }

    private void follow(Process maven, Path log) throws IOException {
        var picked = new DevOutput();
        Files.createDirectories(log.getParent());
        try (var lines = new BufferedReader(new InputStreamReader(maven.getInputStream(), StandardCharsets.UTF_8));
                var all = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                all.println(line);
                picked.shown(line).ifPresent(this::say);
            }
        }
    }

    /** Maven stops its server before it ends. On Ctrl-C it has heard of it already, on "down" it has not. */
    private static void end(Process maven) throws InterruptedException {
        // Not Process.destroy: that would close the output that is still being read.
        maven.toHandle().destroy();
        if (!maven.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly().waitFor();
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
