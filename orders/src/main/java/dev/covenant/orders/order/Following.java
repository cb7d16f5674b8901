package dev.covenant.orders.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One follower's place in an order's log. Used by the feed's thread alone. */
final class Following {
    private static final System.Logger LOG = System.getLogger(Following.class.getName());
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final UUID orderId;
    private final OrderFollower follower;
    private final Instant end;
    private int seq;
    private Instant lastHeard;

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
        var goesOn = wantsMoreAfter(events, now) && now.isBefore(end);
        if (!goesOn) {
            letGo();
        }
        return goesOn;
    }

    /** What it wants after the last event counts: an order that is cancelled late has gone on after it was finished. */
    private boolean wantsMoreAfter(List<EventLog.Recorded> events, Instant now) {
        try {
            var wantsMore = true;
            for (var event : events) {
                if (event.seq() > seq) {
                    wantsMore = follower.onEvent(event);
                    seq = event.seq();
                    lastHeard = now;
                }
            }
            if (wantsMore && lastHeard.plus(SILENCE).isBefore(now)) {
                wantsMore = follower.onSilence();
                lastHeard = now;
            }
            return wantsMore;
        } catch (RuntimeException gone) {
            // Its connection broke while it was written to. That ends this stream and must not reach the others.
            LOG.log(System.Logger.Level.DEBUG, "A follower of order " + orderId + " is gone", gone);
            return false;
        }
    }

    private void letGo() {
        try {
            follower.onEnd();
        } catch (RuntimeException gone) {
            LOG.log(System.Logger.Level.DEBUG, "A follower of order " + orderId + " was gone before", gone);
        }
    }
}
