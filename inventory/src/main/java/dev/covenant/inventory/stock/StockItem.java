package dev.covenant.inventory.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The level of one SKU, read only: it changes by the guarded statements of {@link StockLevels} alone. */
@Entity
@Table(name = "stock_item")
public class StockItem {
    @Id
    private String sku;

    @Column(name = "on_hand")
    private long onHand;

    private long reserved;

    protected StockItem() {}

    public String sku() {
        return sku;
    }

    /** Pieces in the house, held ones included. */
    public long onHand() {
        return onHand;
    }

    /** Pieces that held reservations claim. */
    public long reserved() {
        return reserved;
    }

    /** Pieces that can still be promised. */
    public long available() {
        return onHand - reserved;
    }
}
