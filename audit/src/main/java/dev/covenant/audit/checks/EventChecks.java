package dev.covenant.audit.checks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.covenant.audit.books.Event;
import dev.covenant.audit.books.Order;

import static dev.covenant.audit.checks.DossierCheck.ofOrder;

/** The log of an order, which is what its customer was told. */
final class EventChecks {
    private static final String CONFIRMED = "order-confirmed";
    private static final String FINISHED = "checkout-finished";
    private static final Map<String, String> TOLD_BY =
            Map.of("CONFIRMED", CONFIRMED, "REJECTED", "order-rejected", "CANCELLED", "order-cancelled");

    private EventChecks() {}

    static List<DossierCheck> all() {
        return List.of(
                ofOrder(
                        "events-without-gaps",
                        "an order's events are numbered from 1 to its last",
                        EventChecks::numbers),
                ofOrder("confirmed-at-most-once", "an order is told to be confirmed once at most", EventChecks::once),
                ofOrder("status-was-told", "an order's status was told by its event", EventChecks::status),
                ofOrder("end-was-told", "the last event of an order that is done says so", EventChecks::end),
                ofOrder(
                        "end-told-once",
                        "an order ends again only after something else has happened to it",
                        EventChecks::endOnce));
    }

    private static Optional<Finding> numbers(Order order) {
        var expected = IntStream.rangeClosed(1, order.lastEvent()).boxed().toList();
        var found = order.events().stream().map(Event::seq).toList();
        return Expect.that(
                expected.equals(found),
                "events 1 to %d, as the order's last_event says".formatted(order.lastEvent()),
                "%s",
                found);
    }

    private static Optional<Finding> once(Order order) {
        var count = order.count(CONFIRMED);
        return Expect.that(count <= 1, "at most one order-confirmed", "%d", count);
    }

    private static Optional<Finding> status(Order order) {
        var event = TOLD_BY.get(order.status());
        var told = event == null || order.count(event) > 0;
        // Nothing but a rejection says that nothing was ever confirmed.
        var contradicted = order.status().equals("REJECTED") && order.count(CONFIRMED) > 0;
        return Expect.that(
                told && !contradicted,
                "%s, told by %s".formatted(order.status(), event),
                "%s",
                order.events().stream().map(Event::type).toList());
    }

    private static Optional<Finding> end(Order order) {
        if (!order.isDone()) {
            return Optional.empty();
        }
        var last =
                order.events().isEmpty() ? "no event" : order.events().getLast().type();
        return Expect.equal("last event", FINISHED, last);
    }

    /** Whoever finishes what another has finished works on a saga that he does not hold. */
    private static Optional<Finding> endOnce(Order order) {
        var types = order.events().stream().map(Event::type).toList();
        var again = IntStream.range(1, types.size())
                .filter(next -> FINISHED.equals(types.get(next)) && FINISHED.equals(types.get(next - 1)))
                .count();
        return Expect.that(again == 0, "one end at a time", "%s", types);
    }
}
