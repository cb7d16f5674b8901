package dev.covenant.orders.order;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.covenant.orders.catalogue.Product;
import dev.covenant.orders.catalogue.ProductKind;

import static org.assertj.core.api.Assertions.assertThat;

class QuoteTest {
    private static final long DEAREST = 100_000_000_000L;
    private static final Product MUG = new Product("MUG", "Mug", ProductKind.PHYSICAL, 1_290, "EUR");
    private static final Product BOOK = new Product("BOOK", "E-book", ProductKind.DIGITAL, 990, "EUR");
    private static final Product DOLLAR_MUG = new Product("DOLLAR-MUG", "Mug", ProductKind.PHYSICAL, 1_490, "USD");
    private static final Product YACHT = new Product("YACHT", "Yacht", ProductKind.PHYSICAL, DEAREST, "EUR");

    @Test
    void addsUpLinesInTheirOrderAtTodaysPrices() {
        assertThat(quote(item("BOOK", 1), item("MUG", 3)))
                .isEqualTo(new Quote.Priced(
                        List.of(
                                new PricedLine("BOOK", "E-book", ProductKind.DIGITAL, 1, 990),
                                new PricedLine("MUG", "Mug", ProductKind.PHYSICAL, 3, 1_290)),
                        "EUR",
                        4_860));
    }

    @Test
    void namesTheFirstProductThatIsNotSold() {
        assertThat(quote(item("MUG", 1), item("NOTHING", 1), item("LESS", 1)))
                .isEqualTo(new Quote.NotSold(1, "NOTHING", null));
    }

    @Test
    void saysInWhichCurrencyAProductIsSold() {
        assertThat(quote(item("MUG", 1), item("DOLLAR-MUG", 1))).isEqualTo(new Quote.NotSold(1, "DOLLAR-MUG", "USD"));
    }

    @Test
    void reachesTheLimitAndNoFurther() {
        assertThat(quote(item("YACHT", 10)))
                .isInstanceOfSatisfying(
                        Quote.Priced.class, priced -> assertThat(priced.total()).isEqualTo(Quote.MOST));
        assertThat(quote(item("YACHT", 10), item("BOOK", 1))).isEqualTo(new Quote.TooMuch());
    }

    @Test
    void staysFarFromOverflowWithTheDearestOfEverything() {
        var yachts = Stream.generate(() -> item("YACHT", 999)).limit(50).toArray(Cart.Item[]::new);

        assertThat(quote(yachts)).isEqualTo(new Quote.TooMuch());
    }

    private static Cart.Item item(String sku, int quantity) {
        return new Cart.Item(sku, quantity);
    }

    private static Quote quote(Cart.Item... items) {
        Map<String, Product> sold = Stream.of(MUG, BOOK, DOLLAR_MUG, YACHT)
                .filter(product ->
                        Arrays.stream(items).anyMatch(item -> item.sku().equals(product.sku())))
                .collect(Collectors.toMap(Product::sku, Function.identity()));
        return Quote.of(new Cart(List.of(items), "EUR"), sold);
    }
}
