package dev.covenant.orders.order;

/**
 * Why an order came to nothing.
 *
 * @param status REJECTED or CANCELLED
 * @param type stable, such as {@code insufficient-stock}
 * @param detail for the customer to read
 */
public record Ending(OrderStatus status, String type, String detail) {
    /** Inventory did not say in time whether it has the stock. */
    public static final Ending INVENTORY_UNAVAILABLE =
            rejected("inventory-unavailable", "Stock could not be reserved in time. Nothing was charged.");

    public Ending {
        if (status != OrderStatus.REJECTED && status != OrderStatus.CANCELLED) {
            throw new IllegalArgumentException(status + " is no ending");
        }
    }

    public static Ending rejected(String type, String detail) {
        return new Ending(OrderStatus.REJECTED, type, detail);
    }

    public static Ending cancelled(String type, String detail) {
        return new Ending(OrderStatus.CANCELLED, type, detail);
    }
}
