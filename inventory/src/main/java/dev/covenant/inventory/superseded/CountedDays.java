package dev.covenant.inventory.superseded;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Notes each day on which requests are counted: a day without requests that nobody counted says nothing of who asks. */
@ApplicationScoped
public class CountedDays {
    private static final System.Logger LOG = System.getLogger(CountedDays.class.getName());
    private static final int SECONDS_BETWEEN = 60;

    private final ManagedScheduledExecutorService scheduler;
    private final UseTable table;
    private final Clock clock;
    private volatile LocalDate noted = LocalDate.MIN;

    @Inject
    CountedDays(ManagedScheduledExecutorService scheduler, UseTable table, Clock clock) {
        this.scheduler = scheduler;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Notes today, and every day that begins while this server runs.
     *
     * @param sunset until when the operations are announced to stay
     */
    public void noteFromNowOn(SortedSet<String> operations, Instant sunset) {
        scheduler.scheduleWithFixedDelay(() -> note(operations, sunset), 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** Throws nothing: the schedule would end with it. */
    private void note(SortedSet<String> operations, Instant sunset) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(noted)) {
            return;
        }
        try {
            table.counted(operations, today, sunset);
            noted = today;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "That superseded operations are counted today is stored later: {0}", e.toString());
        }
    }
}
