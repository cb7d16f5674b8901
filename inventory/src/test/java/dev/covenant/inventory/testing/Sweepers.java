package dev.covenant.inventory.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.testing.ServerUnderTest;

/** Replicas of inventory that do their housekeeping all the time, in small batches. */
public record Sweepers(List<LibertyServer> replicas) implements AutoCloseable {
    private static final Pattern EXPIRED = Pattern.compile("Expired ([\\d,]+) holds");
    private static final Map<String, String> RESTLESS = Map.of(
            "INVENTORY_EXPIRY_INTERVAL", "PT0.02S",
            "INVENTORY_EXPIRY_BATCH", "10",
            "INVENTORY_FORGETTING_INTERVAL", "PT0.1S",
            "INVENTORY_FORGETTING_BATCH", "2");

    public static Sweepers start(ServerUnderTest server, String... names) {
        return new Sweepers(Stream.of(names)
                .parallel()
                .map(name -> server.replica(name, RESTLESS))
                .toList());
    }

    /** How many holds they say that they have expired, all together. */
    public long saidToHaveExpired() {
        return EXPIRED.matcher(logs())
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1).replace(",", "")))
                .sum();
    }

    public boolean sayThatSomethingFailed() {
        return logs().contains("Housekeeping goes on");
    }

    private String logs() {
        return String.join("\n", replicas.stream().map(Sweepers::log).toList());
    }

    private static String log(LibertyServer replica) {
        try {
            return Files.readString(replica.console());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        replicas.forEach(LibertyServer::requestStop);
        replicas.forEach(LibertyServer::close);
    }
}
