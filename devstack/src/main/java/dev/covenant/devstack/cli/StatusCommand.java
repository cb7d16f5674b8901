package dev.covenant.devstack.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.process.Readiness;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackPorts;

/** {@code covenant status}. */
@Command(
        name = "status",
        description = "Shows what runs and whether it is ready.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every part is ready", "1:it is not running, or a part is not ready", "2:wrong usage"})
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var local = Local.find();
        var ports = local.portsOfRunning();
        var out = spec.commandLine().getOut();
        var allReady = true;
        try (var readiness = new Readiness()) {
            for (var part : Part.values()) {
                var process = local.processes().find(part);
                var ready = process.isPresent() && isReady(part, ports, readiness);
                allReady &= ready;
                out.printf(
                        "  %-12s %-24s %-10s %s%n",
                        part,
                        "localhost:" + ports.of(part),
                        ready ? "ready" : process.isPresent() ? "not ready" : "not there",
                        process.map(found -> "pid " + found.pid()).orElse(""));
            }
        }
        return allReady ? 0 : 1;
    }

    /** PostgreSQL accepts clients as soon as it wrote its pid file to the end; the services' own readiness asks it. */
    private static boolean isReady(Part part, StackPorts ports, Readiness readiness) {
        return part == Part.POSTGRESQL || readiness.isReady(ports.health(part));
    }
}
