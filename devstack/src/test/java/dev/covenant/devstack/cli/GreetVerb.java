package dev.covenant.devstack.cli;

import picocli.CommandLine.Command;

/** Brought by "another module": the tests of this one. */
@Command(name = "greet", description = "Only says that it was found.")
public final class GreetVerb implements Verb {
    private static final int FOUND = 3;

    @Override
    public Integer call() {
        return FOUND;
    }
}
