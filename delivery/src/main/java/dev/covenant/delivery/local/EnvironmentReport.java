package dev.covenant.delivery.local;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import dev.covenant.delivery.edge.Slots;
import dev.covenant.delivery.packages.Release;
import dev.covenant.delivery.rollout.Standing;
import dev.covenant.delivery.rollout.Standings;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;

/** What there is in an environment, for people. */
public final class EnvironmentReport {
    private final LocalEnvironment environment;
    private final Standings standings;

    public EnvironmentReport(LocalEnvironment environment, Standings standings) {
        this.environment = environment;
        this.standings = standings;
    }

    /** @return whether each service that was deployed has as many replicas that get requests as it should, and no deployment was broken off */
    public boolean print(PrintWriter out) {
        out.printf("%s at %s%n", environment, environment.entry());
        var well = true;
        for (var service : LocalEnvironment.SERVICES) {
            var standing = standings.read(service);
            var fleet = LocalTarget.fleet(environment, service);
            var replicas = fleet.all();
            out.printf("  %-10s %s%n", service, told(standing));
            replicas.forEach(replica -> out.printf(
                    "    slot %d  %-8s  %-9s pid %-8d %s%n",
                    replica.slot(),
                    Release.shortened(replica.version()),
                    replica.isAlive() ? replica.stage().toString().toLowerCase(Locale.ROOT) : "dead",
                    replica.process().pid(),
                    atTheEdge(service, replica.slot())));
            well &= standing.underway().isEmpty()
                    && (standing.current().isEmpty() || inService(fleet, replicas) >= environment.size());
        }
        return well;
    }

    private static long inService(Fleet fleet, List<Replica> replicas) {
        try {
            return replicas.stream().filter(fleet::isInService).count();
        } catch (DevstackException noEdge) {
            return 0;
        }
    }

    private String atTheEdge(Part service, int slot) {
        try {
            return new Slots(environment.edge(), service.id()).status(slot);
        } catch (DevstackException down) {
            return "edge does not answer";
        }
    }

    private static String told(Standing standing) {
        var current = standing.current().map(Release::shortened).orElse("never deployed");
        var previous = standing.previous()
                .map(version -> ", before it " + Release.shortened(version))
                .orElse("");
        var underway = standing.underway()
                .map(change -> ", %s to %s underway since %s (broken off? run it again, or roll back)"
                        .formatted(
                                change.way().toString().toLowerCase(Locale.ROOT),
                                Release.shortened(change.version()),
                                change.since()))
                .orElse("");
        return current + previous + underway;
    }
}
