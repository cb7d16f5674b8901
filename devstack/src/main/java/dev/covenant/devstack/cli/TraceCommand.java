package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.observe.LogLine;
import dev.covenant.devstack.observe.Observation;
import dev.covenant.devstack.observe.Observer;
import dev.covenant.devstack.observe.ServiceLogs;
import dev.covenant.devstack.observe.SpanTree;
import dev.covenant.devstack.observe.Traces;

/** {@code covenant trace}. */
@Command(
        name = "trace",
        description = {
            "Shows one order's way through all services: its trace, and every log line for it in the order of time.",
            "Of the running or the last stack; also what replicas said that are dead. The trace needs ./covenant up --observe."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:found", "1:no log has a line for this order", "2:wrong usage"})
final class TraceCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<order>", description = "Its id.")
    private String orderId;

    @Override
    public Integer call() {
        var run = Local.find().directory().run();
        var out = spec.commandLine().getOut();
        var lines = new ServiceLogs(run).of(orderId);
        if (lines.isEmpty()) {
            spec.commandLine().getErr().println("No log of this run has a line for order " + orderId + ".");
            return 1;
        }
        printTraces(lines, Observation.read(run), out);
        lines.forEach(line ->
                out.printf("%s %-10s %-7s %s%n", TIME.format(line.at()), line.server(), line.level(), line.message()));
        out.flush();
        return 0;
    }

    private static void printTraces(List<LogLine> lines, Observation observation, PrintWriter out) {
        for (var traceId : lines.stream()
                .map(LogLine::traceId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList()) {
            out.println("Trace " + traceId
                    + observation.page(traceId).map(page -> "  " + page).orElse(""));
            observation
                    .address(Observer.ZIPKIN)
                    .map(zipkin -> new SpanTree(new Traces(zipkin).spans(traceId)))
                    .ifPresent(tree -> tree.lines().forEach(line -> out.println("  " + line)));
        }
        out.println();
    }
}
