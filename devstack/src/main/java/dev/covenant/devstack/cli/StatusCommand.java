package dev.covenant.devstack.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.ports.PortHolder;
import dev.covenant.devstack.process.Readiness;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackPorts;

/** {@code covenant status}. */
@Command(
        name = "status",
        description = "Shows what runs and whether it is ready.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every part is ready", "1:it is not running, or a part is not ready", "2:wrong usage"})
public final class StatusCommand implements Callable<Integer> {
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
                var pid = pid(part, local, ports);
                var ready = pid.isPresent() && isReady(part, ports, readiness);
                allReady &= ready;
                out.printf(
                        "  %-12s %-24s %-10s %s%n",
                        part,
                        "localhost:" + ports.of(part),
                        ready ? "ready" : pid.isPresent() ? "not ready" : "not there",
                        pid.map(known -> "pid " + known).orElse(""));
            }
        }
        return allReady ? 0 : 1;
    }

    /** A service in dev mode has no record: its server is Maven's child. */
    private static Optional<Long> pid(Part part, Local local, StackPorts ports) {
        return local.processes().find(part).map(ProcessHandle::pid).or(() -> PortHolder.of(ports.of(part))
                .map(PortHolder::pid));
    }

    /** PostgreSQL accepts clients as soon as it wrote its pid file to the end; the services' own readiness asks it. */
    private static boolean isReady(Part part, StackPorts ports, Readiness readiness) {
        return part == Part.POSTGRESQL || readiness.isReady(ports.health(part));
    }
}
