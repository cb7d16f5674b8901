package dev.covenant.devstack.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.covenant.devstack.DevstackException;

/**
 * What to order, in one currency.
 *
 * @param quantities by product, at least one
 */
public record Cart(Map<Product, Integer> quantities) {

    /** From words of the form SKU or SKU:quantity. */
    static Cart of(List<String> words, List<Product> catalogue) {
        var quantities = new LinkedHashMap<Product, Integer>();
        for (var word : words) {
            var part = word.split(":", 2);
            quantities.put(find(part[0], catalogue), part.length == 1 ? 1 : quantity(word, part[1]));
        }
        return new Cart(quantities);
    }

    String currency() {
        return quantities.keySet().iterator().next().currency();
    }

    /** In minor units. */
    long total() {
        return quantities.entrySet().stream()
                .mapToLong(line -> line.getKey().price() * line.getValue())
                .sum();
    }

    private static int quantity(String word, String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new DevstackException("\"%s\" is no line: write SKU:quantity, such as MUG-BLUE:2".formatted(word), e);
        }
    }

    private static Product find(String sku, List<Product> catalogue) {
        return catalogue.stream()
                .filter(product -> product.sku().equals(sku))
                .findFirst()
                .orElseThrow(() -> {
                    var some = catalogue.stream().limit(12).map(Product::sku).collect(Collectors.joining(", "));
                    return new DevstackException(
                            "There is no product %s. There are, among others: %s.".formatted(sku, some));
                });
    }
}
