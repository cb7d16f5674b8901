package dev.covenant.devstack.stack;

import java.nio.file.Path;

/**
 * Where a stack keeps its things.
 *
 * @param root a directory of its own
 */
public record StackDirectory(Path root) {

    /** Everything that outlives a run. Databases and the passwords to them are lost together or not at all. */
    public Path data() {
        return root.resolve("data");
    }

    Path postgresql() {
        return data().resolve("postgresql");
    }

    /** Everything that lasts as long as one run: copies of servers, logs, records of processes. */
    public Path run() {
        return root.resolve("run");
    }

    public Path run(Part part) {
        return run().resolve(part.id());
    }

    /** One more server of a service. */
    Path replica(Part service, String name) {
        return run().resolve(service.id() + "-" + name);
    }

    /** What the part says; services write through their server's console. */
    public Path log(Part part) {
        return part.isService() ? run(part).resolve("console.log") : run().resolve(part.id() + ".log");
    }

    /** Locked by the process that runs the stack. */
    Path lock() {
        return root.resolve("lock");
    }

    /** Which process that is. */
    Path holder() {
        return root.resolve("holder");
    }

    /** Which process serves a part, for whoever must find it without having started it. */
    Path record(Part part) {
        return run().resolve(part.id() + ".process");
    }

    /** The ports of the last run. */
    Path ports() {
        return run().resolve("ports.properties");
    }

    Path migrationLog(Part service) {
        return run().resolve(service.id() + "-migrations.log");
    }

    Path secrets() {
        return data().resolve("secrets.properties");
    }

    /** With which its issuer signs tokens. */
    public Path signingKey() {
        return data().resolve("signing-key.json");
    }
}
