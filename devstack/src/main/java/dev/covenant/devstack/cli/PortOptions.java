package dev.covenant.devstack.cli;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import picocli.CommandLine.Option;

import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackPorts;

/** Which ports the parts use. */
final class PortOptions {
    @Option(
            names = "--port-base",
            paramLabel = "<port>",
            defaultValue = "" + StackPorts.USUAL_FIRST,
            description =
                    "First port: orders, inventory, payments, registry on it and the next three; provider, issuer, postgresql 10 to 12"
                            + " above it. Default: ${DEFAULT-VALUE}.")
    private int first;

    @Option(
            names = "--port",
            paramLabel = "<part>=<port>",
            description = "The port of one part, for example --port postgresql=5433. May be given several times.")
    private Map<String, Integer> single = new LinkedHashMap<>();

    StackPorts chosen() {
        var others = new EnumMap<Part, Integer>(Part.class);
        single.forEach((part, port) -> others.put(Part.named(part), port));
        return StackPorts.from(first, others);
    }
}
