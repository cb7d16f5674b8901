package dev.covenant.orders.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.covenant.orders.catalogue.Product;
import dev.covenant.orders.catalogue.ProductKind;

/** What a cart comes to at today's prices. */
public sealed interface Quote {
    /** Totals beyond this many minor units are refused: 10^12, far from where sums of longs overflow. */
    long MOST = 1_000_000_000_000L;

    /** @param total in minor units of the cart's currency */
    record Priced(List<PricedLine> lines, String currency, long total) implements Quote {
        public boolean needsStock() {
            return lines.stream().anyMatch(line -> line.kind() == ProductKind.PHYSICAL);
        }
    }

    /**
     * @param index of the first item that is not sold, or not in the cart's currency
     * @param currency in which it is sold; null when it is not sold at all
     */
    record NotSold(int index, String sku, String currency) implements Quote {}

    /** The total is beyond the limit. */
    record TooMuch() implements Quote {}

    /** @param sold the products among the cart's SKUs, by SKU */
    static Quote of(Cart cart, Map<String, Product> sold) {
        var lines = new ArrayList<PricedLine>();
        var total = 0L;
        for (var item : cart.items()) {
            var product = sold.get(item.sku());
            if (product == null || !product.currency().equals(cart.currency())) {
                return new NotSold(lines.size(), item.sku(), product == null ? null : product.currency());
            }
            var line = new PricedLine(product.sku(), product.name(), product.kind(), item.quantity(), product.price());
            lines.add(line);
            total = Math.addExact(total, line.total());
            if (total > MOST) {
                return new TooMuch();
            }
        }
        return new Priced(List.copyOf(lines), cart.currency(), total);
    }
}
