package dev.covenant.devstack.stack;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.process.Server;

/** The processes of a stack, PostgreSQL aside. Each may be killed and started again. */
final class Processes {
    private final ProcessRecords records;
    private final Progress progress;
    private final Lifetime lifetime;
    private final Map<Part, Server> parts = new ConcurrentHashMap<>();
    private final Map<String, LibertyServer> replicas = new ConcurrentHashMap<>();

    Processes(ProcessRecords records, Progress progress, Lifetime lifetime) {
        this.records = records;
        this.progress = progress;
        this.lifetime = lifetime;
    }

    /** From now on this server is the part. Returns when it is ready. */
    void start(Part part, Server server) {
        parts.put(part, server);
        lifetime.start(server::start);
        awaitReady(part, server);
    }

    /** Returns when it is ready again. */
    void restart(Part part) {
        var server = of(part);
        // What ends on purpose is no loss.
        records.forget(part);
        server.close();
        lifetime.startAgain(server::start);
        awaitReady(part, server);
    }

    /**
     * @param name tells it from other replicas
     * @param maker clears its directory first
     */
    LibertyServer startReplica(String name, Supplier<LibertyServer> maker) {
        var server = replicas.compute(name, (_, other) -> {
            if (other != null && other.isAlive()) {
                throw new DevstackException("%s runs already: give this replica another name".formatted(name));
            }
            return lifetime.own(maker.get());
        });
        lifetime.startAgain(server::start);
        try {
            return server.awaitReady();
        } catch (DevstackException e) {
            // Nobody else could stop it: its caller never gets it.
            server.close();
            throw e;
        }
    }

    /** @throws DevstackException when it was not started */
    Server of(Part part) {
        var server = parts.get(part);
        if (server == null) {
            throw new DevstackException("%s was not started with this stack".formatted(part));
        }
        return server;
    }

    /** All at the same time, without waiting. */
    void requestStop() {
        Stream.concat(parts.values().stream(), replicas.values().stream()).forEach(Server::requestStop);
    }

    private void awaitReady(Part part, Server server) {
        records.write(part, server.process());
        server.awaitReady();
        watch(part, server.process());
    }

    private void watch(Part part, ChildProcess process) {
        process.whenEnded(() -> {
            if (!lifetime.isOver() && records.names(part, process)) {
                progress.lost(part, process.log());
            }
        });
    }
}
