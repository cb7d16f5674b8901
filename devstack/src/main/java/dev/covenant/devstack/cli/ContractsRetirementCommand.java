package dev.covenant.devstack.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.contracts.RegistryAddress;
import dev.covenant.devstack.openapi.Retirement;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackBooks;

/** {@code covenant contracts retirement}. */
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
            "  AUDIT_INVENTORY_URL, _USER, _PASSWORD   the database with the counted requests, as for audit; likewise for others",
            "  COVENANT_RETIREMENT_DAYS   for how many days nobody must have asked; default: 30"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they may go, or there are none",
            "1:they must stay, or what is known does not tell; the message says why",
            "2:wrong usage"
        })
final class ContractsRetirementCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<service>", description = "Such as inventory.")
    private String name;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var local = Local.find();
        var contracts = local.workspace().root().resolve("contracts");
        var service = Part.serviceNamed(name);
        var deprecated = Retirement.deprecated(name, contracts);
        if (deprecated.isEmpty()) {
            out.println("Nothing of %s is deprecated.".formatted(name));
            return 0;
        }
        out.println("Deprecated: " + String.join(", ", deprecated));
        var retirement = Retirement.of(name, environment(local, service));
        out.println("Asked: " + retirement.asked());
        var deployed = retirement.deployed();
        out.println("Deployed: " + (deployed.isEmpty() ? "nothing that is known of" : String.join(", ", deployed)));
        var objections = retirement.objectionsToRemovingWhatIsDeprecated(contracts);
        objections.forEach(objection -> out.println("  " + objection));
        out.println(verdict(retirement, objections));
        return retirement.mayGo(objections) ? 0 : 1;
    }

    private static String verdict(Retirement retirement, List<String> objections) {
        if (retirement.mayGo(objections)) {
            return "It may go.";
        }
        return objections.isEmpty()
                ? "Nothing stands in the way as far as that tells, but not all were asked."
                : "It must stay.";
    }

    private Map<String, String> environment(Local local, Part service) {
        var environment = new HashMap<>(System.getenv());
        if (!Retirement.of(name, environment).asksNobody()) {
            return environment;
        }
        var ports = local.portsOfRunning();
        environment.putAll(RegistryAddress.local(ports.url(Part.REGISTRY)).environment());
        environment.putAll(new StackBooks(local.directory(), ports).environment(service));
        return environment;
    }
}
