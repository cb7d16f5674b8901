package dev.covenant.orders.order;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.data.Limit;
import jakarta.data.repository.By;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

/** Reads orders; each only for the customer whose it is. */
@Repository(dataStore = "java:app/env/persistence/orders")
public interface Orders {
    @Find
    Optional<CustomerOrder> find(@By("id") UUID id, @By("customer") String customer);

    /** A page of the customer's orders, newest first: UUIDv7 ids are in order of time. */
    @Query("WHERE customer = ?1 AND id < ?2 ORDER BY id DESC")
    List<CustomerOrder> before(String customer, UUID id, Limit limit);
}
