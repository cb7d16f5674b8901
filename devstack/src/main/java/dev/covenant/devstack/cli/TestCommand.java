package dev.covenant.devstack.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.Maven;

/** {@code covenant test}. */
@Command(
        name = "test",
        description = {
            "Builds and tests everything: ./mvnw verify with a readable summary.",
            "Tests have their own PostgreSQL, issuer and servers on free ports; a running stack is not disturbed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is green", "1:something failed; the summary names it", "2:wrong usage"})
final class TestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "<module>",
            description = "Only these and what they are built on. Default: all.")
    private List<String> modules = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var workspace = Local.find().workspace();
        var log = workspace.kept().resolve("test.log");
        var maven = modules.isEmpty()
                ? new Maven(workspace).command("--fail-at-end", "--threads=2", "-Done-after-another", "verify")
                : new Maven(workspace).command("--fail-at-end", "verify", "-am", "-pl", String.join(",", modules));
        var report = new TestReport(spec.commandLine().getOut());
        var process = maven.redirectErrorStream(true).start();
        // Ctrl-C reaches Maven too; "kill" would reach us alone.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        read(process, log, report);
        var green = process.waitFor() == 0;
        report.finish(green, log);
        return green ? 0 : 1;
    }

    private static void read(Process process, Path log, TestReport report) throws IOException {
        Files.createDirectories(log.getParent());
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var copy = Files.newBufferedWriter(log)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                copy.write(line);
                copy.newLine();
                report.line(line);
            }
        } catch (IOException e) {
            throw new DevstackException("Cannot follow the build: " + e.getMessage(), e);
        }
    }
}
