package dev.covenant.delivery.cli;

import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.delivery.local.Keeping;
import dev.covenant.delivery.local.LocalEnvironment;
import dev.covenant.devstack.cli.ConsoleProgress;
import dev.covenant.devstack.cli.Verb;

/** {@code covenant environment}. */
@Command(
        name = "environment",
        description = {
            "Starts or stops an environment on this machine: PostgreSQL, issuer, provider and the edge, before any service is deployed to it.",
            "It goes on when this command has ended. When it was stopped, its data stays, and what was deployed is started again with it."
        })
public final class EnvironmentVerb implements Verb {
    enum Direction {
        UP,
        DOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "<up|down>", description = "${COMPLETION-CANDIDATES}.")
    private Direction direction;

    @Parameters(index = "1", paramLabel = "<name>", description = "Such as staging or production.")
    private String name;

    @Option(
            names = "--replicas",
            paramLabel = "<count>",
            description =
                    "How many of each service there are to be, from now on: 1 to 5. Default: what was said last, or 2.")
    private Integer replicas;

    @Override
    public Integer call() {
        var environment = Shipping.here().environment(name);
        var out = spec.commandLine().getOut();
        switch (direction) {
            case UP -> {
                if (replicas != null) {
                    environment.size(replicas);
                }
                start(environment);
                out.printf("%s is up at %s%n", name, environment.entry());
            }
            case DOWN -> {
                new Keeping(environment).stop();
                out.printf("%s is down%n", name);
            }
        }
        return 0;
    }

    private void start(LocalEnvironment environment) {
        var keeping = new Keeping(environment);
        // Also when it is up: whoever started it may have been killed before its services ran, or wanted fewer.
        keeping.start();
        var progress = new ConsoleProgress(spec.commandLine().getOut());
        LocalEnvironment.SERVICES.forEach(
                service -> Shipping.here().resumption(service, environment).resume(progress));
    }
}
