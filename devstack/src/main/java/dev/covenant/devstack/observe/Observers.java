package dev.covenant.devstack.observe;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.ports.PortHolder;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.process.Ending;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.process.ProcessRecord;
import dev.covenant.devstack.process.SimpleServer;

/** The observers of a stack, as processes. */
public final class Observers {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Path run;

    /** @param run where the stack keeps the files of its run */
    public Observers(Path run) {
        this.run = run;
    }

    /**
     * Starts them without waiting: they get ready while the stack does.
     *
     * @param first port of the stack
     * @param launches how each is started, by its port; those that are missing here are left out
     */
    public Started start(int first, Map<Observer, PortLaunch> launches, Lifetime lifetime) {
        var ports = new EnumMap<Observer, Integer>(Observer.class);
        launches.keySet().forEach(observer -> ports.put(observer, free(observer, first + observer.distance())));
        var observation = new Observation(ports);
        observation.write(run);
        var servers = new ArrayList<SimpleServer>();
        launches.forEach((observer, launch) -> servers.add(start(observer, launch, observation, lifetime)));
        return new Started(observation, servers);
    }

    /** Stops what a killed run left behind. */
    public void stopLeftOvers() {
        for (var observer : Observer.values()) {
            Ending.end(
                    ProcessRecord.read(record(observer)).flatMap(ProcessRecord::find).stream()
                            .toList(),
                    GRACE);
        }
    }

    private SimpleServer start(Observer observer, PortLaunch launch, Observation observation, Lifetime lifetime) {
        var address = observation.address(observer).orElseThrow();
        var log = run.resolve(observer + ".log");
        var server = new SimpleServer(launch.at(address.getPort(), log), URI.create(address + observer.health()));
        lifetime.start(server::start);
        new ProcessRecord(server.process().pid(), server.process().startedAt()).write(record(observer));
        return server;
    }

    private Path record(Observer observer) {
        return run.resolve(observer + ".process");
    }

    private static int free(Observer observer, int port) {
        if (Ports.isTaken(port)) {
            var holder = PortHolder.of(port).map(found -> "process " + found.pid() + ": " + found.command());
            throw new DevstackException("Nothing was started: port %d, for %s, is taken by %s"
                    .formatted(port, observer, holder.orElse("a process of another user")));
        }
        return port;
    }

    /** How to start an observer once its port and its log are known. */
    @FunctionalInterface
    public interface PortLaunch {
        Launch at(int port, Path log);
    }

    /** Observers that get ready. */
    public record Started(Observation observation, List<SimpleServer> servers) {
        /** @throws DevstackException with the end of its log when one does not start */
        public void awaitReady() {
            servers.forEach(SimpleServer::awaitReady);
        }
    }

    /** The program's path, when this machine has it. */
    static Optional<Path> program(String name) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .map(place -> Path.of(place, name))
                .filter(file -> file.toFile().canExecute())
                .findFirst();
    }
}
