package dev.covenant.chassis.superseded;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

/**
 * Notes each day on which requests are counted: a day without requests that nobody counted says nothing of who asks. Days and uses are
 * forgotten after {@value #DAYS_KEPT} days, which is longer than anybody may ask back.
 */
@ApplicationScoped
class CountedDays {
    private static final System.Logger LOG = System.getLogger(CountedDays.class.getName());
    private static final int SECONDS_BETWEEN = 60;
    private static final int DAYS_KEPT = 400;

    private final BeanManager beans;
    private final Announcements announcements;
    private final ManagedScheduledExecutorService scheduler;
    private final UseTable table;
    private final Clock clock;
    private volatile LocalDate noted = LocalDate.MIN;

    @Inject
    CountedDays(
            BeanManager beans,
            Announcements announcements,
            ManagedScheduledExecutorService scheduler,
            UseTable table,
            Clock clock) {
        this.beans = beans;
        this.announcements = announcements;
        this.scheduler = scheduler;
        this.table = table;
        this.clock = clock;
    }

    /** Today, and every day that begins while this server runs. A service in which nothing is superseded needs no table. */
    void begin(@Observes Startup startup) {
        var sunsets = sunsets();
        if (!sunsets.isEmpty()) {
            scheduler.scheduleWithFixedDelay(() -> note(sunsets), 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
    }

    private SortedMap<String, Instant> sunsets() {
        var sunsets = new TreeMap<String, Instant>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(resource -> resource.isAnnotationPresent(Path.class))
                .flatMap(SupersededOperation::of)
                .forEach(operation -> sunsets.put(
                        operation.name(), announcements.of(operation.dates()).sunset()));
        return sunsets;
    }

    /** Throws nothing: the schedule would end with it. */
    private void note(SortedMap<String, Instant> sunsets) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(noted)) {
            return;
        }
        try {
            table.counted(sunsets, today);
            table.forgetBefore(today.minusDays(DAYS_KEPT));
            noted = today;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "That superseded operations are counted today is stored later: {0}", e.toString());
        }
    }
}
