package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.covenant.devstack.contracts.Contracts;
import dev.covenant.devstack.contracts.Verified;
import dev.covenant.devstack.stack.Part;

/** Has providers verify, and tells what came of it: a screenful for each broken interaction. */
final class VerifyStage {
    private final Contracts contracts;
    private final PrintWriter out;

    VerifyStage(Contracts contracts, PrintWriter out) {
        this.contracts = contracts;
        this.out = out;
    }

    /** Whether every contract is kept that has to be. */
    boolean run(Collection<Part> providers) {
        var names = providers.stream().map(Part::id).collect(Collectors.joining(", "));
        return run(names, () -> contracts.verify(providers));
    }

    /** Likewise one contract. */
    boolean run(Part provider, String pact) {
        return run(provider.id(), () -> contracts.verify(provider, pact));
    }

    private boolean run(String names, Supplier<Verified> verification) {
        var begun = System.nanoTime();
        var verified = verification.get();
        new ConsoleProgress(out).done("verify " + names, Duration.ofNanos(System.nanoTime() - begun));
        verified.pending().forEach(message -> out.printf("%n%s%n", message));
        verified.broken().forEach(message -> out.printf("%n%s%n", message));
        out.printf(
                "    %d interactions kept, %d broken, %d pending%n",
                verified.kept(), verified.broken().size(), verified.pending().size());
        out.flush();
        return verified.isGreen();
    }
}
