package dev.covenant.devstack.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.openapi.Retirement;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackBooks;

/** {@code covenant retirement}. */
@Command(
        name = "retirement",
        description = {
            "Tells whether the deprecated operations of a service may go: which deployed consumers still need them by their"
                    + " contracts, and who asked for them in the last days.",
            "%nAsks the stack that runs on this machine, or what the environment names.%n"
        },
        footerHeading = "%nElsewhere:%n",
        footer = {
            "  PACT_BROKER_BASE_URL, PACT_BROKER_TOKEN or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD   the registry",
            "  AUDIT_INVENTORY_URL, _USER, _PASSWORD   the database with the counted requests, as for audit",
            "  COVENANT_RETIREMENT_DAYS   for how many days nobody must have asked; default: 30"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they may go",
            "1:they must stay, or not all could be asked; the message says why",
            "2:wrong usage"
        })
final class RetirementCommand implements Callable<Integer> {
    /** Name and password of the local registry's only user. */
    private static final String LOCAL_USER = "covenant";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<service>", description = "Such as inventory.")
    private String service;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var local = Local.find();
        var retirement = Retirement.of(service, environment(local));
        var contracts = local.workspace().root().resolve("contracts");
        var objections = retirement.objectionsToRemovingWhatIsDeprecated(contracts);
        out.println("Asked: " + retirement.asked());
        objections.forEach(out::println);
        var mayGo = objections.isEmpty() && retirement.isAsked();
        out.println(
                mayGo
                        ? "What is deprecated in %s may go.".formatted(service)
                        : objections.isEmpty()
                                ? "Nothing stands in the way as far as that tells, but not all were asked."
                                : "What is deprecated in %s must stay.".formatted(service));
        return mayGo ? 0 : 1;
    }

    private Map<String, String> environment(Local local) {
        var environment = new HashMap<>(System.getenv());
        if (!Retirement.of(service, environment).asksNobody()) {
            return environment;
        }
        var ports = local.portsOfRunning();
        environment.put("PACT_BROKER_BASE_URL", ports.url(Part.REGISTRY));
        environment.put("PACT_BROKER_USERNAME", LOCAL_USER);
        environment.put("PACT_BROKER_PASSWORD", LOCAL_USER);
        environment.putAll(new StackBooks(local.directory(), ports).environment(part()));
        return environment;
    }

    private Part part() {
        return Part.services().stream()
                .filter(part -> part.id().equals(service))
                .findAny()
                .orElseThrow(() -> new DevstackException("There is no service \"%s\".".formatted(service)));
    }
}
