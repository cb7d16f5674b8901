package dev.covenant.orders.page;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A basket, and what is known about getting and paying it. @param stock by SKU, of each line that needs stock */
public record CheckoutPage(Basket basket, Map<String, Known<Long>> stock, Known<List<PaymentMethod>> paymentMethods) {
    /**
     * Pieces of the line that can be had: all of them, or as many as there are. How much more there is, is not the customer's business.
     * Empty when it is not known, and of what is not sold.
     */
    public OptionalLong available(Basket.Line line) {
        if (!line.needsStock()) {
            return line.product().isPresent() ? OptionalLong.of(line.quantity()) : OptionalLong.empty();
        }
        return stock.get(line.sku())
                .value()
                .map(pieces -> OptionalLong.of(Math.min(pieces, line.quantity())))
                .orElseGet(OptionalLong::empty);
    }
}
