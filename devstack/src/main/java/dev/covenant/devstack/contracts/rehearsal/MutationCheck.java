package dev.covenant.devstack.contracts.rehearsal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.contracts.Verified;
import dev.covenant.devstack.stack.Part;

/** Breaks each provider in turn, and looks whether somebody notices. */
public final class MutationCheck {
    private static final Pattern INTERACTION = Pattern.compile("(?m)^ *interaction +(.+)$");

    private final Rehearsal rehearsal;

    public MutationCheck(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** @throws DevstackException when there is one that nothing would be tried with: that would look like a success */
    public static void requireKnown(Set<Part> providers) {
        for (var provider : providers) {
            if (Mutation.all().stream().noneMatch(mutation -> mutation.provider() == provider)) {
                throw new DevstackException("No change is known that breaks " + provider
                        + ": add some, and one that harms nobody, to Mutation");
            }
        }
    }

    /** What came of each change of one of {@code providers}; told while it goes on. */
    public List<Result> run(Set<Part> providers, Reader reader) {
        return Mutation.all().stream()
                .filter(mutation -> providers.contains(mutation.provider()))
                .map(mutation -> {
                    var result = run(mutation);
                    reader.hear(result);
                    return result;
                })
                .toList();
    }

    private Result run(Mutation mutation) {
        rehearsal.branch(
                "mutation/" + mutation.provider() + "-" + mutation.does().replaceAll("\\W+", "-"));
        rehearsal.commit(mutation.provider() + " " + mutation.does(), mutation.edits());
        var providers = List.of(mutation.provider());
        // What it expects itself has not changed.
        rehearsal.publishIfConsumer(mutation.provider());
        var verified = rehearsal.contracts().verify(providers);
        var deployable =
                rehearsal.contracts().canIDeploy(providers, Rehearsal.PRODUCTION, new PrintWriter(new StringWriter()));
        rehearsal.checkOut(Rehearsal.MAIN);
        return new Result(mutation, verified, deployable);
    }

    /** Hears of each result as soon as it is there. */
    public interface Reader {
        void hear(Result result);
    }

    /**
     * What came of one mutation.
     *
     * @param deployable what the registry said
     */
    public record Result(Mutation mutation, Verified verified, boolean deployable) {
        public String change() {
            return mutation.provider() + " " + mutation.does();
        }

        /** Whether the interaction that is about it noticed if it breaks something, and it was let through if it does not. */
        public boolean isRight() {
            return mutation.breaks()
                    ? !verified.isGreen() && interactions().contains(mutation.broken()) && !deployable
                    : verified.isGreen() && verified.pending().isEmpty() && deployable;
        }

        /** Those that the messages name. */
        public List<String> interactions() {
            return verified.broken().stream()
                    .flatMap(message -> INTERACTION.matcher(message).results())
                    .map(found -> found.group(1))
                    .toList();
        }

        /** For people: one line, or two. */
        public String line() {
            var named = interactions().stream().limit(2).collect(Collectors.joining("; "));
            var more = interactions().size() > 2
                    ? "; and %d more".formatted(interactions().size() - 2)
                    : "";
            return "  %-6s %-46s %-12s can-i-deploy %s%s"
                    .formatted(
                            isRight() ? "ok" : "WRONG",
                            change(),
                            verified.isGreen() ? "kept" : verified.broken().size() + " broken",
                            deployable ? "yes" : "no",
                            named.isEmpty() ? "" : "\n         " + named + more);
        }
    }
}
