package dev.covenant.chaos.cli;

import picocli.CommandLine.Command;

import dev.covenant.devstack.cli.Verb;

/** {@code covenant chaos}. */
@Command(
        name = "chaos",
        description = "Breaks parts of a stack of its own under load, and proves that nothing was lost.")
public final class ChaosCommand implements Verb {
    @Override
    public Integer call() {
        return 0;
    }
}
