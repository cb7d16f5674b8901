package dev.covenant.chassis.superseded;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/**
 * Counts requests for what is superseded. A client's first of a day is in the table before it is answered, so a replica that is killed
 * hides no client. Those after it are added every 10 seconds, and a kill loses at most these: the numbers are for people, the question
 * whether somebody asks at all is answered exactly. While the database is away they wait here, at most {@value #MOST_WAITING} clients
 * by name. No request fails for it; a database that hangs instead of refusing holds up those that are a client's first, as it holds up
 * all others.
 */
@ApplicationScoped
class SupersededUse {
    private static final System.Logger LOG = System.getLogger(SupersededUse.class.getName());
    private static final int SECONDS_BETWEEN = 10;

    /** Clients come and go and days pass; forgetting one costs a write, no more. */
    private static final int MOST_KNOWN = 10_000;

    /** Then the others are counted as one: that the operation is in use is known all the same. */
    static final int MOST_WAITING = 10_000;

    static final String OTHERS = "(others)";

    private final ManagedScheduledExecutorService scheduler;
    private final UseTable table;
    private final Clock clock;
    private final ConcurrentHashMap<Use, Long> waiting = new ConcurrentHashMap<>();
    private final Set<Use> known = ConcurrentHashMap.newKeySet();

    /** Requests then leave it to the schedule. */
    private volatile boolean databaseIsAway;

    @Inject
    SupersededUse(ManagedScheduledExecutorService scheduler, UseTable table, Clock clock) {
        this.scheduler = scheduler;
        this.table = table;
        this.clock = clock;
    }

    void begin(@Observes Startup startup) {
        scheduler.scheduleWithFixedDelay(this::store, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    void count(String operation, String client) {
        var name = waiting.size() < MOST_WAITING ? client : OTHERS;
        var use = new Use(operation, name, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        waiting.merge(use, 1L, Long::sum);
        if (!known.contains(use) && !databaseIsAway) {
            store();
        }
    }

    /** One at a time: whoever comes second finds the use stored. Throws nothing: neither an answer nor the schedule shall end with it. */
    @PreDestroy
    synchronized void store() {
        var taken = new TreeMap<Use, Long>();
        waiting.keySet().forEach(use -> {
            var count = waiting.remove(use);
            if (count != null) {
                taken.put(use, count);
            }
        });
        if (taken.isEmpty()) {
            return;
        }
        try {
            table.add(taken);
            databaseIsAway = false;
            if (known.size() > MOST_KNOWN) {
                known.clear();
            }
            known.addAll(taken.keySet());
        } catch (RuntimeException e) {
            databaseIsAway = true;
            taken.forEach((use, count) -> waiting.merge(use, count, Long::sum));
            LOG.log(Level.WARNING, "The use of superseded operations is stored later: {0}", e.toString());
        }
    }
}
