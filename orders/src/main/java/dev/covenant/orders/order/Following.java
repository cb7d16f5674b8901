package dev.covenant.orders.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One follower's place in an order's log. Used by the feed's thread alone. */
final class Following {
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final UUID orderId;
    private final OrderFollower follower;
    private final Instant end;
    private int seq;
    private Instant lastHeard;
    private boolean wantsMore = true;

    Following(UUID orderId, int seq, OrderFollower follower, Instant now, Duration longest) {
        this.orderId = orderId;
        this.seq = seq;
        this.follower = follower;
        this.lastHeard = now;
        this.end = now.plus(longest);
    }

    UUID orderId() {
        return orderId;
    }

    int seq() {
        return seq;
    }

    /** @param events of the order, oldest first, possibly some that were told before. @return whether to go on */
    boolean tell(List<EventLog.Recorded> events, Instant now) {
        for (var event : events) {
            if (wantsMore && event.seq() > seq) {
                wantsMore = follower.onEvent(event);
                seq = event.seq();
                lastHeard = now;
            }
        }
        if (wantsMore && lastHeard.plus(SILENCE).isBefore(now)) {
            wantsMore = follower.onSilence();
            lastHeard = now;
        }
        if (wantsMore && now.isBefore(end)) {
            return true;
        }
        follower.onEnd();
        return false;
    }
}
