package dev.covenant.delivery.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackPorts;

/**
 * Where the parts of one environment listen on loopback. Each replica has a slot, and each slot its port for good, so that the edge's
 * configuration never changes.
 *
 * @param base the first of {@value #SIZE} ports
 */
record EnvironmentPorts(int base) {
    /** As many as a deployment may have at once: those that leave and those that come. */
    static final int SLOTS = 6;

    private static final int FIRST = 21_000;
    private static final int LAST = 30_000;
    private static final int SIZE = 60;
    private static final int ENTRY = 20;
    private static final int INSIDE = 21;
    private static final int METRICS = 22;
    private static final int REPLICAS = 30;

    /** The ones in this file, or else, written to it, the first that nobody uses and that are in none of the other files. */
    static EnvironmentPorts kept(Path file, Collection<Path> others) {
        if (Files.exists(file)) {
            return read(file);
        }
        var taken = others.stream()
                .filter(Files::exists)
                .map(EnvironmentPorts::read)
                .toList();
        var chosen = IntStream.iterate(FIRST, base -> base < LAST, base -> base + SIZE)
                .mapToObj(EnvironmentPorts::new)
                .filter(ports -> !taken.contains(ports))
                .filter(EnvironmentPorts::areFree)
                .findFirst()
                .orElseThrow(() -> new DevstackException("No ports are free from %d to %d.".formatted(FIRST, LAST)));
        try {
            Files.createDirectories(file.getParent());
            // By one rename: half a file would keep all environments from their ports.
            var draft = file.resolveSibling("ports.draft");
            Files.writeString(draft, Integer.toString(chosen.base));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DevstackException("Cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
        return chosen;
    }

    /** PostgreSQL, issuer and provider. */
    StackPorts stack() {
        return StackPorts.from(base, Map.of());
    }

    int entry() {
        return base + ENTRY;
    }

    int inside() {
        return base + INSIDE;
    }

    int metrics() {
        return base + METRICS;
    }

    /** @param slot counted from 1 */
    int replica(Part service, int slot) {
        return base + REPLICAS + service.ordinal() * SLOTS + slot;
    }

    Map<Part, List<Integer>> slots() {
        var slots = new EnumMap<Part, List<Integer>>(Part.class);
        LocalEnvironment.SERVICES.forEach(service -> slots.put(
                service,
                IntStream.rangeClosed(1, SLOTS)
                        .mapToObj(slot -> replica(service, slot))
                        .toList()));
        return slots;
    }

    private boolean areFree() {
        return IntStream.range(base, base + SIZE).noneMatch(Ports::isTaken);
    }

    private static EnvironmentPorts read(Path file) {
        try {
            return new EnvironmentPorts(Integer.parseInt(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            throw new DevstackException("Cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
