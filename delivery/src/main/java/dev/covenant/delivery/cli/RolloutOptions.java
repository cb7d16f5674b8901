package dev.covenant.delivery.cli;

import java.time.Duration;
import java.util.Optional;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import dev.covenant.delivery.local.FleetLimits;

/** How a deployment and a rollback go about it. */
final class RolloutOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "<environment>",
            description =
                    "Where to, such as staging or production: an environment of this machine that is up, or an overlay of the manifests.")
    private String environment;

    @Option(
            names = "--ready-within",
            paramLabel = "<seconds>",
            description = "A new replica that takes longer is taken away. Default: ${DEFAULT-VALUE}.")
    private long readySeconds = FleetLimits.USUAL.ready().toSeconds();

    @Option(
            names = "--images",
            paramLabel = "<registry>",
            description =
                    "Deploy to the cluster that kubectl's configuration names, with images from there: <registry>/<service>:<version>."
                            + " Default: to an environment of this machine.")
    private String images;

    /** Empty for an environment of this machine. */
    Optional<String> images() {
        return Optional.ofNullable(images);
    }

    String environment() {
        return environment;
    }

    FleetLimits limits() {
        if (readySeconds < 1) {
            throw new ParameterException(spec.commandLine(), "--ready-within: at least 1 second");
        }
        return new FleetLimits(Duration.ofSeconds(readySeconds), FleetLimits.USUAL.drained(), FleetLimits.USUAL.warm());
    }
}
