package dev.covenant.chaos.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import dev.covenant.chaos.ChaosPlan;
import dev.covenant.chaos.ChaosRun;
import dev.covenant.chaos.ChaosStack;
import dev.covenant.chaos.experiment.Experiment;
import dev.covenant.chaos.experiment.Experiments;
import dev.covenant.chaos.experiment.Finding;
import dev.covenant.chaos.experiment.Lab;
import dev.covenant.chaos.planted.PlantedRun;
import dev.covenant.chaos.report.ReportFile;
import dev.covenant.chaos.schedule.Blow;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.cli.Build;
import dev.covenant.devstack.cli.Verb;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackDirectory;

/** {@code covenant chaos}. */
@Command(
        name = "chaos",
        description = {
            "Breaks parts under load, and proves that nothing was lost.",
            "%nHas a stack of its own on free ports, with durable databases and two replicas of orders. Customers come at a constant rate"
                    + " while processes are killed or stand still and links between them fail; then all is healed, and every book and"
                    + " everything that a customer was told is compared.%n"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was lost, every order came to its end in time, and every experiment held",
            "1:something was lost, or it could not be run; what is wrong is shown with its history and the seed",
            "2:wrong usage"
        })
public final class ChaosCommand implements Verb {
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(30);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int FAULTS_A_MINUTE = 7;
    private static final int MOST_CUSTOMERS = 50_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "<n>",
            description = "The same seed, with the same other options, makes the same faults and the same wishes."
                    + " Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--minutes",
            paramLabel = "<n>",
            description = "How long customers come, 0.5 to 600; 50,000 customers in all. Default: ${DEFAULT-VALUE}.")
    private double minutes = 2;

    @Option(
            names = "--rate",
            paramLabel = "<n>",
            description = "So many customers come each second, 0.1 to 1000; 50,000 in all. Default: ${DEFAULT-VALUE}.")
    private double rate = 4;

    @Option(names = "--faults", paramLabel = "<n>", description = "So many faults are made. Default: 7 a minute.")
    private Integer faults;

    @Option(
            names = "--kinds",
            paramLabel = "<kind>",
            split = ",",
            description = "Only faults of these kinds: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Blow> kinds = List.of(Blow.values());

    @Option(
            names = "--experiments",
            paramLabel = "<name>",
            split = ",",
            description = "Make these before the rest, or all of them; --list shows them. Default: none.")
    private List<String> experiments = List.of();

    @Option(names = "--list", description = "Shows the experiments and makes none.")
    private boolean list;

    @Option(
            names = "--planted",
            paramLabel = "<name>",
            arity = "0..1",
            fallbackValue = "all",
            split = ",",
            description =
                    "Instead: plants known bugs (those of these names) one at a time in a clone of what is committed,"
                            + " and sees whether chaos finds them.")
    private List<String> planted;

    @Option(names = "--report", paramLabel = "<file>", description = "Writes the report there, as one HTML file.")
    private Path report;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (list) {
            Experiments.all().forEach(experiment -> out.printf("%s%n", ExperimentText.of(experiment)));
            return 0;
        }
        var chosen = Experiments.named(experiments);
        var workspace = Workspace.find();
        if (planted != null) {
            require(
                    spec.commandLine().getParseResult().matchedOptions().size() == 1,
                    "--planted stands alone: each bug says with which options it is run");
            return new PlantedRun(workspace, out).run(planted) ? 0 : 1;
        }
        var plan = plan();
        new Build(workspace).refresh(EnumSet.of(Part.ORDERS, Part.INVENTORY, Part.PAYMENTS), out);
        out.printf("%s%n", plan.command());
        var directory = new StackDirectory(workspace.kept().resolve("chaos"));
        try (var lifetime = new Lifetime();
                var chaos = ChaosStack.start(workspace, directory, new StartProgress(out), lifetime)) {
            var findings = make(chosen, chaos, out);
            var result = new ChaosRun(chaos, plan, lifetime, new RunningText(out)).run();
            out.print(Summary.of(result));
            if (report != null) {
                ReportFile.write(report, result, findings);
                out.printf("Report: %s%n", report);
            }
            out.flush();
            return result.isClean() && findings.stream().allMatch(Finding::holds) ? 0 : 1;
        }
    }

    private static List<Finding> make(List<Experiment> experiments, ChaosStack chaos, PrintWriter out) {
        try (var lab = experiments.isEmpty() ? null : new Lab(chaos)) {
            return experiments.stream()
                    .map(experiment -> {
                        lab.awaitCalm();
                        var finding = experiment.run(lab);
                        out.println(finding);
                        out.flush();
                        return finding;
                    })
                    .toList();
        }
    }

    ChaosPlan plan() {
        require(minutes >= 0.5 && minutes <= 600, "--minutes must be from 0.5 to 600");
        require(rate >= 0.1 && rate <= 1_000, "--rate must be from 0.1 to 1000");
        require(faults == null || faults >= 0, "--faults must not be negative");
        var time = Duration.ofMillis((long) (minutes * 60_000));
        require(
                minutes * 60 * rate <= MOST_CUSTOMERS,
                "--minutes and --rate make more than %d customers: each is remembered until the end"
                        .formatted(MOST_CUSTOMERS));
        var many = faults == null ? (int) Math.round(minutes * FAULTS_A_MINUTE) : faults;
        var plan = new ChaosPlan(seed, time, rate, many, Set.copyOf(kinds), WARM_UP, QUIET_WITHIN);
        try {
            plan.schedule();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return plan;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
