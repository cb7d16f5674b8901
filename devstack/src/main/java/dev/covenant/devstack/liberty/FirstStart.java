package dev.covenant.devstack.liberty;

import java.nio.file.Path;

/**
 * What the first of several servers spends processor time on when it starts, handed on to those after it.
 *
 * @param keys that it makes
 * @param workArea what it works out about its features
 */
record FirstStart(ServerKeys keys, WorkArea workArea) {

    /** @param output of a server that was never started */
    void giveTo(Path output) {
        keys.giveTo(security(output));
        workArea.giveTo(workArea(output));
    }

    void ready(Path output) {
        keys.keep(security(output));
    }

    /** After it was ready and stopped because it was asked to: one that was killed may have been writing. */
    void stopped(Path output) {
        workArea.keep(workArea(output));
    }

    private static Path security(Path output) {
        return output.resolve("resources/security");
    }

    private static Path workArea(Path output) {
        return output.resolve("workarea");
    }
}
