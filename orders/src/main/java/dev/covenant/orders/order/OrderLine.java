package dev.covenant.orders.order;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import dev.covenant.orders.catalogue.ProductKind;

/** One product of an order, as it was when the order was placed. */
@Entity
@Table(name = "order_line")
@IdClass(OrderLine.Key.class)
public class OrderLine {
    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Id
    @Column(name = "line_no")
    private int number;

    private String sku;
    private String name;

    @Enumerated(EnumType.STRING)
    private ProductKind kind;

    private int quantity;

    @Column(name = "unit_price")
    private long unitPrice;

    protected OrderLine() {}

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
    }

    public ProductKind kind() {
        return kind;
    }

    public int quantity() {
        return quantity;
    }

    /** In minor units. */
    public long unitPrice() {
        return unitPrice;
    }

    UUID orderId() {
        return orderId;
    }

    /** A line is known by its order and its place in it. */
    record Key(UUID orderId, int number) {}
}
