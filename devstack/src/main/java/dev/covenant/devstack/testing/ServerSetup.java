package dev.covenant.devstack.testing;

import java.util.Map;

import dev.covenant.devstack.liberty.ServerSettings;

/** Starts what a service needs beside PostgreSQL and the token issuer. Has a public constructor without parameters. */
public interface ServerSetup {

    /**
     * Called once, before the server starts.
     *
     * @return what to add to the server's environment
     */
    Map<String, String> prepare(TestParts parts);

    /**
     * Flags of the servers' JVM: the system property {@code covenant.servers.jvm}, or by default those that start quickly, which are not
     * for measuring and not for long runs.
     */
    default String jvm() {
        return System.getProperty("covenant.servers.jvm", ServerSettings.QUICK_START);
    }
}
