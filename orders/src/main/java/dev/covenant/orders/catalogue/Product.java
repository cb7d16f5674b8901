package dev.covenant.orders.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Something that is sold, at one price in one currency. Edited by merchandisers, two of whom never overwrite each other. */
@Entity
@Table(name = "product")
public class Product {
    @Id
    private String sku;

    private String name;

    @Enumerated(EnumType.STRING)
    private ProductKind kind;

    private long price;
    private String currency;

    @Version
    private long version;

    protected Product() {}

    /** @param price in minor units of the currency */
    public Product(String sku, String name, ProductKind kind, long price, String currency) {
        this.sku = sku;
        this.name = name;
        this.kind = kind;
        this.price = price;
        this.currency = currency;
    }

    /** Sells it under this name and at this price from now on. */
    public void offer(String newName, ProductKind newKind, long newPrice, String newCurrency) {
        name = newName;
        kind = newKind;
        price = newPrice;
        currency = newCurrency;
    }

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
    }

    public ProductKind kind() {
        return kind;
    }

    /** In minor units. */
    public long price() {
        return price;
    }

    public String currency() {
        return currency;
    }

    /** Goes up with each edit. */
    public long version() {
        return version;
    }
}
