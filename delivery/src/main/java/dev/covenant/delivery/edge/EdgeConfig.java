package dev.covenant.delivery.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;

/**
 * What is filled into {@code delivery/edge/haproxy.cfg}.
 *
 * @param directory for the certificate, the issuer's key and the socket
 * @param entry port of the way in, with TLS
 * @param inside port on which services call each other
 * @param metrics port for the scraper
 * @param issuer the one whose tokens are good
 * @param slots ports of each service's slots, all on loopback
 * @param limits what one client may
 */
public record EdgeConfig(
        Path directory,
        int entry,
        int inside,
        int metrics,
        String issuer,
        Map<Part, List<Integer>> slots,
        EdgeLimits limits) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    /** @throws DevstackException when the template wants something that is not known here */
    String fill(Path template) {
        var values = values();
        try {
            return PLACE.matcher(Files.readString(template)
                            .lines()
                            // Places are described in comments, too.
                            .filter(line -> !line.strip().startsWith("#"))
                            .collect(Collectors.joining("\n", "", "\n")))
                    .replaceAll(place -> {
                        var value = values.get(place.group(1));
                        if (value == null) {
                            throw new DevstackException(
                                    "Nothing is known for ${%s} in %s".formatted(place.group(1), template));
                        }
                        return Matcher.quoteReplacement(value);
                    });
        } catch (IOException e) {
            throw new DevstackException("Cannot read %s: %s".formatted(template, e.getMessage()), e);
        }
    }

    /** The name of a slot; they count from 1. */
    static String slotName(int slot) {
        return "slot" + slot;
    }

    private Map<String, String> values() {
        var values = new HashMap<String, String>();
        values.put("directory", directory.toString());
        values.put("socket", Edge.socket(directory).toString());
        values.put("entry", Integer.toString(entry));
        values.put("inside", Integer.toString(inside));
        values.put("metrics", Integer.toString(metrics));
        values.put("issuer", issuer);
        values.put("rate", Integer.toString(limits.requestsIn10Seconds()));
        values.put("body", Integer.toString(limits.bodyBytes()));
        values.put("connections", Integer.toString(limits.connections()));
        values.put("entry_connections", Integer.toString(limits.entryConnections()));
        values.put("client_connections", Integer.toString(limits.connectionsOfOneAddress()));
        slots.forEach((service, ports) -> values.put(service.id(), servers(ports)));
        return values;
    }

    private static String servers(List<Integer> ports) {
        return IntStream.rangeClosed(1, ports.size())
                .mapToObj(slot -> "  server %s 127.0.0.1:%d".formatted(slotName(slot), ports.get(slot - 1)))
                .collect(Collectors.joining("\n"));
    }
}
