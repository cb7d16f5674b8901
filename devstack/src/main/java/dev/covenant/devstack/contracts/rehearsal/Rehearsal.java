package dev.covenant.devstack.contracts.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.ContractTree;
import dev.covenant.devstack.contracts.Contracts;
import dev.covenant.devstack.contracts.Git;
import dev.covenant.devstack.contracts.RegistryAddress;
import dev.covenant.devstack.contracts.Revisions;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.stack.StackDirectory;
import dev.covenant.devstack.stack.StackPlan;

/**
 * A clone of this checkout's last commit on a branch {@code main}, and a registry of its own in which that commit is verified and in
 * production. Nothing of it is left when it is closed.
 */
public final class Rehearsal implements AutoCloseable {
    static final String PRODUCTION = "production";
    static final String MAIN = "main";

    private final Stack registry;
    private final Git git;
    private final Workspace clone;
    private final Contracts contracts;

    private Rehearsal(Stack registry, Git git, Workspace clone, Contracts contracts) {
        this.registry = registry;
        this.git = git;
        this.clone = clone;
        this.contracts = contracts;
    }

    /** @param workspace whose registry is built already */
    public static Rehearsal begin(Workspace workspace, Progress progress, Lifetime lifetime) {
        try {
            var directory = Files.createTempDirectory("covenant-contracts");
            lifetime.own(() -> Directories.delete(directory));
            var plan = StackPlan.measured(workspace, new StackDirectory(directory.resolve("stack")));
            var stack = Stack.start(plan, Set.of(Part.REGISTRY), Set.of(), progress, lifetime);
            var clone = new Workspace(directory.resolve("clone"));
            var git = clone(workspace, clone);
            var contracts = new Contracts(
                    clone,
                    RegistryAddress.local(stack.ports().url(Part.REGISTRY)),
                    new Revisions(clone, Map.of()),
                    List.of("-Dliberty.install=" + workspace.libertyInstall()));
            var rehearsal = new Rehearsal(stack, git, clone, contracts);
            progress.step("main in production", rehearsal::deployMain);
            return rehearsal;
        } catch (IOException e) {
            throw new DevstackException("Cannot make a directory for a clone: " + e.getMessage(), e);
        }
    }

    /** Of the clone, as it is checked out. */
    Contracts contracts() {
        return contracts;
    }

    /** Begins a branch at the end of main. */
    void branch(String name) {
        git.read("checkout", "-q", "-B", name, MAIN);
    }

    /** Goes back to a branch. */
    void checkOut(String name) {
        git.read("checkout", "-q", name);
    }

    /** Makes a change and commits it where the clone is. */
    void commit(String message, List<Edit> edits) {
        edits.forEach(edit -> edit.applyIn(clone.root()));
        git.read("commit", "-q", "-a", "-m", message);
    }

    /** Publishes the contracts of a service as they are, if it has any. */
    void publishIfConsumer(Part service) {
        if (new ContractTree(clone).consumers().contains(service)) {
            contracts.publish(service);
        }
    }

    /** Commits what consumers' tests write, as their authors do. */
    void commitWrittenContracts(Part consumer) {
        contracts.rewrite(List.of(consumer));
        git.read("commit", "-q", "-a", "-m", "Contracts of " + consumer);
    }

    @Override
    public void close() {
        registry.close();
    }

    private void deployMain() {
        var tree = new ContractTree(clone);
        contracts.write(tree.consumers());
        tree.consumers().forEach(contracts::publish);
        var verified = contracts.verify(tree.providers());
        if (!verified.isGreen() || !verified.pending().isEmpty()) {
            throw new DevstackException("What is committed here breaks contracts already: ./covenant contracts flow");
        }
        contracts.ensureEnvironment(PRODUCTION);
        tree.all().forEach(service -> contracts.record(service, PRODUCTION));
    }

    private static Git clone(Workspace workspace, Workspace clone) throws IOException {
        new Git(workspace.root())
                .read("clone", "-q", workspace.root().toString(), clone.root().toString());
        var git = new Git(clone.root());
        git.read("checkout", "-q", "-B", MAIN);
        git.read("config", "user.name", "Rehearsal");
        git.read("config", "user.email", "rehearsal@localhost");
        var programs = workspace.kept().resolve("programs");
        Files.createDirectories(programs);
        Files.createDirectories(clone.kept());
        // What was fetched once is not fetched again.
        Files.createSymbolicLink(clone.kept().resolve("programs"), programs);
        return git;
    }
}
