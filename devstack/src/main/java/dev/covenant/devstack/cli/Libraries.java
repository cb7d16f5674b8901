package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.observe.Zipkin;
import dev.covenant.devstack.process.Maven;

/** Programs that Maven fetches at their first use, because most builds never need them. */
final class Libraries {
    private final Workspace workspace;

    Libraries(Workspace workspace) {
        this.workspace = workspace;
    }

    Path zipkin(PrintWriter out) {
        var directory = workspace.kept().resolve("programs");
        var jar = Zipkin.jar(directory);
        if (!Files.exists(jar)) {
            new ConsoleProgress(out).step("zipkin, once", () -> new Maven(workspace)
                    .run(
                            workspace.kept().resolve("zipkin-download.log"),
                            "-q",
                            "-N",
                            "dependency:copy",
                            "-Dartifact=" + Zipkin.ARTIFACT,
                            "-DoutputDirectory=" + directory));
        }
        return jar;
    }
}
