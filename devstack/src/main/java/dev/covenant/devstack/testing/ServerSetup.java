package dev.covenant.devstack.testing;

import java.util.Map;

/** Starts what a service needs beside PostgreSQL and the token issuer. Has a public constructor without parameters. */
public interface ServerSetup {

    /**
     * Called once, before the server starts.
     *
     * @return what to add to the server's environment
     */
    Map<String, String> prepare(TestParts parts);
}
