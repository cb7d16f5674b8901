package dev.covenant.orders.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import dev.covenant.orders.catalogue.Product;
import dev.covenant.orders.catalogue.ProductKind;
import dev.covenant.orders.order.Cart;

/** What a customer thinks of ordering, as the catalogue has it now; lines in the customer's order. */
public record Basket(List<Line> lines) {
    /** @param product empty when it is not sold */
    public record Line(String sku, int quantity, Optional<Product> product) {
        boolean needsStock() {
            return product.filter(sold -> sold.kind() == ProductKind.PHYSICAL).isPresent();
        }

        private boolean isSoldIn(String currency) {
            return product.filter(sold -> sold.currency().equals(currency)).isPresent();
        }

        private long total() {
            return Math.multiplyExact(product.orElseThrow().price(), quantity);
        }
    }

    /** @param sold the products among the items' SKUs, by SKU */
    static Basket of(List<Cart.Item> items, Map<String, Product> sold) {
        return new Basket(items.stream()
                .map(item -> new Line(item.sku(), item.quantity(), Optional.ofNullable(sold.get(item.sku()))))
                .toList());
    }

    /** That of the first line that is sold; empty when none is. */
    public Optional<String> currency() {
        return lines.stream()
                .flatMap(line -> line.product().stream())
                .map(Product::currency)
                .findFirst();
    }

    /** In minor units; empty when it could not be ordered as it is, because not all of it is sold, or not in one currency. */
    public OptionalLong total() {
        var currency = currency().orElse("");
        return lines.stream().allMatch(line -> line.isSoldIn(currency))
                ? OptionalLong.of(lines.stream().mapToLong(Line::total).reduce(0, Math::addExact))
                : OptionalLong.empty();
    }

    Set<String> stockedSkus() {
        return lines.stream().filter(Line::needsStock).map(Line::sku).collect(Collectors.toSet());
    }
}
