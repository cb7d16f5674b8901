package dev.covenant.orders.order;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;

import static org.assertj.core.api.Assertions.assertThat;

class EventFeedTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final UUID order = UuidV7.next();
    private final List<EventLog.Recorded> written = new ArrayList<>();
    private final EventLog log = new EventLog(null, null) {
        @Override
        Map<UUID, List<Recorded>> after(Map<UUID, Integer> seen) {
            return Map.of(order, List.copyOf(written));
        }
    };
    private final EventFeed feed = new EventFeed(log, Clock.fixed(NOW, ZoneOffset.UTC), 200, 10, 300);

    @Test
    void passesEachEventOnOnceAndInOrder() {
        var follower = follows(event -> true);
        happens("order-placed");
        feed.look();
        happens("order-confirmed");
        feed.look();
        feed.look();

        assertThat(follower.heard).containsExactly("order-placed", "order-confirmed");
    }

    @Test
    void letsNobodySufferFromAFollowerWhoseConnectionBroke() {
        var broken = follows(event -> {
            throw new IllegalStateException("The connection is closed");
        });
        var well = follows(event -> true);
        happens("order-placed");
        feed.look();
        happens("order-confirmed");
        feed.look();

        assertThat(well.heard).containsExactly("order-placed", "order-confirmed");
        assertThat(broken.heard).as("it is let go of at the first fault").containsExactly("order-placed", "end");
    }

    @Test
    void letsGoOfAFollowerThatWantsNoMore() {
        var follower = follows(event -> !event.equals(OrderEvent.CHECKOUT_FINISHED));
        happens(OrderEvent.CHECKOUT_FINISHED);
        feed.look();
        happens("cancellation-requested");
        feed.look();

        assertThat(follower.heard).containsExactly(OrderEvent.CHECKOUT_FINISHED, "end");
    }

    @Test
    void tellsALateFollowerAllOfAnOrderThatWentOnAfterItWasFinished() {
        var follower = follows(event -> !event.equals(OrderEvent.CHECKOUT_FINISHED));
        List.of(OrderEvent.CHECKOUT_FINISHED, "order-cancelled", OrderEvent.CHECKOUT_FINISHED)
                .forEach(this::happens);
        feed.look();

        assertThat(follower.heard)
                .containsExactly(OrderEvent.CHECKOUT_FINISHED, "order-cancelled", OrderEvent.CHECKOUT_FINISHED, "end");
    }

    private void happens(String type) {
        written.add(new EventLog.Recorded(order, written.size() + 1, type, "{}", NOW));
    }

    /** @param wantsMore after an event of this type */
    private Follower follows(Predicate<String> wantsMore) {
        var follower = new Follower(wantsMore);
        feed.follow(order, 0, follower);
        return follower;
    }

    private static final class Follower implements OrderFollower {
        private final List<String> heard = new ArrayList<>();
        private final Predicate<String> wantsMore;

        private Follower(Predicate<String> wantsMore) {
            this.wantsMore = wantsMore;
        }

        @Override
        public boolean onEvent(EventLog.Recorded event) {
            heard.add(event.type());
            return wantsMore.test(event.type());
        }

        @Override
        public boolean onSilence() {
            return true;
        }

        @Override
        public void onEnd() {
            heard.add("end");
            // The fault of a broken connection shows again.
            wantsMore.test("end");
        }
    }
}
