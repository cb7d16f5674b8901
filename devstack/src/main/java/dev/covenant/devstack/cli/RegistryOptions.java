package dev.covenant.devstack.cli;

import picocli.CommandLine.Option;

import dev.covenant.devstack.contracts.Contracts;
import dev.covenant.devstack.contracts.RegistryAddress;
import dev.covenant.devstack.stack.Part;

/** Which registry. Its credentials come from the environment. */
final class RegistryOptions {
    @Option(
            names = "--registry",
            paramLabel = "<url>",
            defaultValue = "",
            description = "Default: $PACT_BROKER_BASE_URL or $REGISTRY_URL, else that of the running stack.")
    private String url;

    RegistryAddress address(Local local) {
        return RegistryAddress.of(
                url,
                System.getenv(),
                () -> RegistryAddress.local(local.portsOfRunning().url(Part.REGISTRY)));
    }

    Contracts contracts(Local local) {
        return new Contracts(local.workspace(), address(local));
    }
}
