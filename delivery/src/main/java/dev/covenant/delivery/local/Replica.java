package dev.covenant.delivery.local;

import dev.covenant.devstack.process.ProcessRecord;

/**
 * A server of a service in an environment.
 *
 * @param slot of the edge that is its own, counted from 1
 * @param version that it runs
 */
record Replica(int slot, String version, Stage stage, ProcessRecord process) {

    /** How far it is. What a deployment does first is written first, so that the next one knows. */
    enum Stage {
        /** Not tried out yet; gets no requests. */
        STARTING,
        /** Gets requests. */
        SERVING,
        /** Gets no more. */
        LEAVING
    }

    Replica to(Stage next) {
        return new Replica(slot, version, next, process);
    }

    boolean serves() {
        return stage == Stage.SERVING;
    }

    boolean isAlive() {
        return process.find().isPresent();
    }
}
