package dev.covenant.orders.order;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Passes new events of orders on to whoever follows them here, whichever replica wrote them: the log is the only source. One query a
 * look for all followers together, and none while there are none.
 */
@ApplicationScoped
public class EventFeed {
    private static final System.Logger LOG = System.getLogger(EventFeed.class.getName());

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private final Set<Following> followings = ConcurrentHashMap.newKeySet();
    private final EventLog log;
    private final Clock clock;
    private final long lookMillis;
    private final int most;
    private final Duration longest;

    @Inject
    public EventFeed(
            EventLog log,
            Clock clock,
            @ConfigProperty(name = "orders.events.look-ms") long lookMillis,
            @ConfigProperty(name = "orders.events.most-followers") int most,
            @ConfigProperty(name = "orders.events.longest-seconds") long longest) {
        this.log = log;
        this.clock = clock;
        this.lookMillis = lookMillis;
        this.most = most;
        this.longest = Duration.ofSeconds(longest);
    }

    void begin(@Observes Startup startup) {
        scheduler.scheduleWithFixedDelay(this::look, lookMillis, lookMillis, TimeUnit.MILLISECONDS);
    }

    /** Follows an order from the event after {@code seq} on. @return false when there are too many followers already */
    public boolean follow(UUID orderId, int seq, OrderFollower follower) {
        return followings.size() < most
                && followings.add(new Following(orderId, seq, follower, clock.instant(), longest));
    }

    /** How many follow an order here now. */
    public int followers() {
        return followings.size();
    }

    void look() {
        if (followings.isEmpty()) {
            return;
        }
        try {
            var seen = followings.stream().collect(Collectors.toMap(Following::orderId, Following::seq, Math::min));
            var news = log.after(seen);
            var now = clock.instant();
            followings.removeIf(following -> !following.tell(news.getOrDefault(following.orderId(), List.of()), now));
        } catch (RuntimeException fault) {
            // The scheduler would never call again after a fault that it sees; the next look may find all well.
            LOG.log(System.Logger.Level.WARNING, "Cannot pass on order events now", fault);
        }
    }
}
