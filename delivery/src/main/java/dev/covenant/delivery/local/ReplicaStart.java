package dev.covenant.delivery.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.process.ChildProcess;

/** Starts the process of a replica, which outlives this one. */
interface ReplicaStart {

    /** Returns at once. */
    Started start(Release release, int slot);

    /** A directory that is one replica's own: its processes carry it in their environment, and are known by it. */
    Path directory(int slot);

    /** Where it answers; ends with a slash. */
    URI address(int slot);

    /** @param hopeless whether it is known already that it will never be ready */
    record Started(ChildProcess process, BooleanSupplier hopeless) {}
}
