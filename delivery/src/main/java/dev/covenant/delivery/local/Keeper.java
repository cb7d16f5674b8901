package dev.covenant.delivery.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import dev.covenant.delivery.edge.Edge;
import dev.covenant.delivery.edge.Haproxy;
import dev.covenant.delivery.edge.IssuerKey;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.process.ProcessRecord;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.ProcessRecords;
import dev.covenant.devstack.stack.Progress;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.stack.StackLock;

/**
 * The process that an environment lives with: it starts what is no service (PostgreSQL, issuer, provider, edge), opens the edge to the
 * replicas that run already, starts it again when it dies, and stops all of them when it is told to end. Arguments: the checkout, where it keeps its things, the
 * environment's name.
 */
public final class Keeper {

    private Keeper() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        var environment =
                new LocalEnvironment(new Workspace(Path.of(arguments[0]), Path.of(arguments[1])), arguments[2]);
        var lifetime = new Lifetime();
        lifetime.own(StackLock.take(environment.stack()));
        Files.deleteIfExists(environment.upMark());
        new ProcessRecords(environment.stack()).stopAll();
        new EdgeRecord(environment).stop();
        Stack.start(environment.plan(), Set.of(Part.PROVIDER), Set.of(), told(), lifetime);
        lifetime.own(new EdgeWatch(() -> edge(environment), () -> System.exit(1)));
        lifetime.own(() -> LocalEnvironment.SERVICES.forEach(
                service -> LocalTarget.fleet(environment, service).stopAll()));
        ProcessRecord.of(ProcessHandle.current()).write(environment.upMark());
        System.out.println("Up");
        new CountDownLatch(1).await();
    }

    /** Open to all that serve. */
    private static ChildProcess edge(LocalEnvironment environment) {
        var edge = Edge.start(
                Haproxy.find(environment.workspace().kept()),
                environment.edgeTemplate(),
                environment.edgeConfig(),
                IssuerKey.publishedAt(environment.issuer().jwks()));
        new EdgeRecord(environment).write(edge);
        LocalEnvironment.SERVICES.forEach(
                service -> LocalTarget.fleet(environment, service).open());
        return edge;
    }

    private static Progress told() {
        return new Progress() {
            @Override
            public void done(String step, Duration took) {
                System.out.println(step + " " + took);
            }

            @Override
            public void lost(Part part, Path log) {
                System.out.println("Lost " + part + ", see " + log);
            }
        };
    }
}
