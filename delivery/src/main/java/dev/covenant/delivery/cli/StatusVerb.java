package dev.covenant.delivery.cli;

import java.time.Clock;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.delivery.kubernetes.ClusterReport;
import dev.covenant.delivery.kubernetes.Kubectl;
import dev.covenant.delivery.local.EnvironmentReport;
import dev.covenant.delivery.rollout.StandingFiles;
import dev.covenant.devstack.cli.StatusCommand;
import dev.covenant.devstack.cli.Verb;

/** {@code covenant status}: of the local stack, or of an environment. */
@Command(
        name = "status",
        description =
                "Shows what runs and whether it is ready: in the local stack, or which versions in an environment.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every part is ready; every service that was deployed has as many replicas that get requests as it should",
            "1:it is not running, or a part is not ready, or the edge sends it nothing, or a deployment was broken off",
            "2:wrong usage"
        })
public final class StatusVerb implements Verb {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<environment>", arity = "0..1", description = "Such as production.")
    private String environment;

    @Option(
            names = "--cluster",
            description = "Of the cluster that kubectl's configuration names; says what kubectl says.")
    private boolean cluster;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (environment == null) {
            return new CommandLine(new StatusCommand())
                    .setOut(out)
                    .setExecutionExceptionHandler(spec.commandLine().getExecutionExceptionHandler())
                    .execute();
        }
        if (cluster) {
            out.print(new ClusterReport(new Kubectl("kubectl"), environment).text());
            return 0;
        }
        var shown = Shipping.here().environment(environment);
        shown.requireUp();
        var standings = new StandingFiles(shown.standings(), Clock.systemUTC());
        return new EnvironmentReport(shown, standings).print(out) ? 0 : 1;
    }
}
