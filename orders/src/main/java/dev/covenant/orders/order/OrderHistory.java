package dev.covenant.orders.order;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * What customers ordered, each customer's for himself alone. Two queries, however many orders; transactional, so that the connection
 * goes back when the answer is known and not when the request ends.
 */
@ApplicationScoped
public class OrderHistory {
    private final Orders orders;
    private final OrderLines lines;

    @Inject
    public OrderHistory(Orders orders, OrderLines lines) {
        this.orders = orders;
        this.lines = lines;
    }

    /** Empty for an order that does not exist, and for another customer's. */
    @Transactional
    public Optional<PlacedOrder> find(UUID id, String customer) {
        return orders.find(id, customer).map(List::of).map(this::withLines).map(List::getFirst);
    }

    /** The customer's orders before the one with this id, newest first. */
    @Transactional
    public List<PlacedOrder> before(String customer, UUID id, int most) {
        return withLines(orders.before(customer, id, Limit.of(most)));
    }

    private List<PlacedOrder> withLines(List<CustomerOrder> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = found.stream().map(CustomerOrder::id).collect(Collectors.toSet());
        var linesByOrder = lines.of(ids).stream().collect(Collectors.groupingBy(OrderLine::orderId));
        return found.stream()
                .map(order -> new PlacedOrder(order, linesByOrder.getOrDefault(order.id(), List.of())))
                .toList();
    }
}
