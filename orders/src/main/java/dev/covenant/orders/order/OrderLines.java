package dev.covenant.orders.order;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

/** Reads the lines of many orders in one query. */
@Repository(dataStore = "java:app/env/persistence/orders")
public interface OrderLines {
    /** In the order in which the customers gave them. */
    @Query("WHERE orderId IN ?1 ORDER BY orderId, number")
    List<OrderLine> of(Set<UUID> orders);
}
