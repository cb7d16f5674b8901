package dev.covenant.orders.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import dev.covenant.orders.catalogue.ProductKind;

/** One product of an order, as it was when the order was placed. */
@Embeddable
public class OrderLine {
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

    int number() {
        return number;
    }
}
