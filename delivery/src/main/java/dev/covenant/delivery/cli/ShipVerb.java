package dev.covenant.delivery.cli;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.delivery.pipeline.Budget;
import dev.covenant.delivery.pipeline.Pipeline;
import dev.covenant.delivery.pipeline.Shipment;
import dev.covenant.delivery.pipeline.Stage;
import dev.covenant.delivery.pipeline.Timesheet;
import dev.covenant.delivery.source.Sources;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.cli.Verb;
import dev.covenant.devstack.stack.Part;

/** {@code covenant ship}. */
@Command(
        name = "ship",
        description = {
            "Takes a service as it is committed from its tests to production, and prints how long each stage took. On another branch than main it"
                    + " ends before production.",
            "Jenkins calls it once for each stage."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a stage failed, or took too long together with those before", "2:wrong usage"})
public final class ShipVerb implements Verb {
    private static final String MAIN = "main";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<service>", description = "orders, inventory or payments.")
    private String service;

    @Option(
            names = "--stage",
            paramLabel = "<stage>",
            description =
                    "Only these: unit-tests, contracts, real-servers, schema-gate, package, staging, production. Default: all, in this order.")
    private List<String> stages = List.of();

    @Option(
            names = "--verified-within",
            paramLabel = "<seconds>",
            description = "From the first stage to the end of contracts. Default: ${DEFAULT-VALUE}.")
    private long verifiedSeconds = Budget.USUAL.verified().toSeconds();

    @Option(
            names = "--production-within",
            paramLabel = "<seconds>",
            description = "From the first stage to the end of each later one. Default: ${DEFAULT-VALUE}.")
    private long productionSeconds = Budget.USUAL.production().toSeconds();

    @Option(
            names = "--first-release",
            description =
                    "There is no release yet that the schema gate could try. COVENANT_FIRST_RELEASE=true says it for pipelines.")
    private boolean firstRelease;

    @Override
    public Integer call() {
        if (verifiedSeconds < 1 || productionSeconds < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--verified-within, --production-within: at least 1 second");
        }
        var shipping = Shipping.here();
        var part = shipping.deployable(service);
        var chosen = chosen(shipping, part);
        new Preflight(shipping).check(chosen);
        var version = new Sources(shipping.workspace()).version(part);
        var times = new Timesheet(shipping.workspace().kept().resolve("shipped/%s-%s".formatted(part, version)));
        var budget = new Budget(Duration.ofSeconds(verifiedSeconds), Duration.ofSeconds(productionSeconds));
        var shipment = new Shipment(part, version, firstRelease);
        new Pipeline(
                        shipping.workspace().root(),
                        shipment,
                        times,
                        budget,
                        spec.commandLine().getOut())
                .run(chosen);
        return 0;
    }

    private List<Stage> chosen(Shipping shipping, Part part) {
        if (!stages.isEmpty()) {
            // In their order and once, however they are named.
            return stages.stream().map(ShipVerb::named).distinct().sorted().toList();
        }
        var branch = shipping.branch(part);
        if (branch.equals(MAIN)) {
            return List.of(Stage.values());
        }
        spec.commandLine().getOut().printf("This is branch %s: not to production, which is for %s%n", branch, MAIN);
        return Stream.of(Stage.values())
                .filter(stage -> stage != Stage.PRODUCTION)
                .toList();
    }

    private static Stage named(String name) {
        return List.of(Stage.values()).stream()
                .filter(stage -> stage.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new DevstackException(
                        "There is no stage \"%s\". There are: %s.".formatted(name, List.of(Stage.values()))));
    }
}
