package dev.covenant.devstack.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import picocli.CommandLine.Parameters;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;

/** Which services, of those that have to do with a verb. */
final class ServiceParameters {
    @Parameters(arity = "0..*", paramLabel = "<service>", description = "Default: all that it is about.")
    private List<String> names = List.of();

    /**
     * @param able all that the verb is about
     * @param lack what the others lack
     */
    Set<Part> among(List<Part> able, String lack) {
        var chosen = new LinkedHashSet<>(
                names.isEmpty() ? able : names.stream().map(Part::serviceNamed).toList());
        for (var service : chosen) {
            if (!able.contains(service)) {
                var others = able.stream().map(Part::id).collect(Collectors.joining(", "));
                throw new DevstackException("%s %s. Others do: %s.".formatted(service, lack, others));
            }
        }
        return chosen;
    }
}
