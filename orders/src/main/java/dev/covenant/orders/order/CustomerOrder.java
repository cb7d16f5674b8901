package dev.covenant.orders.order;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An order, read only: the checkout changes it by guarded statements. */
@Entity
@Table(name = "customer_order")
public class CustomerOrder {
    @Id
    @Column(name = "order_id")
    private UUID id;

    private String customer;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private String currency;
    private long total;

    @Column(name = "ending_type")
    private String endingType;

    @Column(name = "ending_detail")
    private String endingDetail;

    @Column(name = "cancel_requested")
    private boolean cancelRequested;

    @Column(name = "placed_at")
    private Instant placedAt;

    protected CustomerOrder() {}

    public UUID id() {
        return id;
    }

    public OrderStatus status() {
        return status;
    }

    public String currency() {
        return currency;
    }

    /** In minor units. */
    public long total() {
        return total;
    }

    public Instant placedAt() {
        return placedAt;
    }

    /** The customer cancelled it after it was CONFIRMED: it is CANCELLED once everything is given back. */
    public boolean isToBeCancelled() {
        return cancelRequested && status == OrderStatus.CONFIRMED;
    }

    /** Why it was rejected or cancelled. */
    public Optional<Ending> ending() {
        return Optional.ofNullable(endingType).map(type -> new Ending(status, type, endingDetail));
    }
}
