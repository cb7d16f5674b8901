package dev.covenant.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;

/** An order's events, followed at whichever replica there is. */
@RealStack
class EventStreamIT {
    private final Stack stack;
    private final Shop shop;
    private final Books books;

    EventStreamIT(Stack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    /** Follows at one replica while a second one works; that one dies, a third finishes, and the customer comes back there. */
    @Test
    void goOnAtAnotherReplicaAfterTheLastOneThatWasHeard() {
        try (var stage = Stage.open(stack)) {
            var capture = stage.holdRequest(Message.CAPTURE);
            var order = stage.begin(Message.CAPTURE).orderId();
            capture.awaitHeld(Stage.LIMIT);
            List<EventStream.Event> heard;
            try (var other = stack.replica(Part.ORDERS, "orders-2", Map.of());
                    var stream = EventStream.of(order, shop.customer("ann").at(other.baseUri()), 0)) {
                heard = new ArrayList<>(stream.upTo("order-confirmed"));
                other.process().kill();
                assertThat(stream.rest()).isEmpty();
            }
            stage.orders().process().kill();
            books.letLeasesExpire();
            try (var stream =
                    EventStream.of(order, shop.customer("ann"), heard.getLast().id())) {
                heard.addAll(stream.upTo("checkout-finished"));
                assertThat(stream.rest())
                        .as("the stream ends with the checkout")
                        .isEmpty();
            }
            assertThat(heard).extracting(EventStream.Event::toString).isEqualTo(books.eventsOf(order));
            assertThat(heard)
                    .extracting(EventStream.Event::id)
                    .isEqualTo(IntStream.rangeClosed(1, heard.size()).boxed().toList());
            assertThat(EventStream.statusOf(
                            order, shop.customer("ann"), heard.getLast().id()))
                    .as("nothing is left to hear")
                    .isEqualTo(204);
        }
    }

    @Test
    void areNotForOthers() {
        var order = shop.order("ann", "tok_approve", shop.ebook()).text("orderId");
        assertThat(EventStream.statusOf(order, shop.customer("ben"), 0)).isEqualTo(404);
    }
}
