package dev.covenant.devstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.ContractTree;
import dev.covenant.devstack.contracts.rehearsal.MutationCheck;
import dev.covenant.devstack.contracts.rehearsal.Rehearsal;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;

/** {@code covenant contracts mutations}. */
@Command(
        name = "mutations",
        description = {
            "Breaks each provider in turn, in a clone of the last commit and with a registry of its own, both thrown away:",
            "does the verification name the interaction, and does can-i-deploy refuse? What harms nobody has to stay green."
        })
final class ContractsMutationsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceParameters services;

    @Override
    public Integer call() {
        var begun = System.nanoTime();
        var out = spec.commandLine().getOut();
        var workspace = Local.find().workspace();
        var providers = services.among(new ContractTree(workspace).providers(), "keeps no contract");
        MutationCheck.requireKnown(providers);
        new Build(workspace).refresh(Set.of(Part.REGISTRY), out);
        try (var rehearsal = Rehearsal.begin(workspace, new ConsoleProgress(out), new Lifetime())) {
            out.println();
            var results = new MutationCheck(rehearsal).run(providers, result -> {
                out.println(result.line());
                out.flush();
            });
            var messages = save(results, workspace);
            var right = results.stream().filter(MutationCheck.Result::isRight).count();
            out.printf(
                    "%n%d of %d as they should be, in %s. What the verifications said: %s%n",
                    right,
                    results.size(),
                    ConsoleProgress.seconds(Duration.ofNanos(System.nanoTime() - begun)),
                    messages);
            return right == results.size() ? 0 : 1;
        }
    }

    private static Path save(List<MutationCheck.Result> results, Workspace workspace) {
        var file = workspace.kept().resolve("contracts/mutations.txt");
        var text = results.stream()
                .flatMap(result ->
                        Stream.concat(Stream.of("== " + result.change()), result.verified().broken().stream()))
                .collect(Collectors.joining("\n\n", "", "\n"));
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new DevstackException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
