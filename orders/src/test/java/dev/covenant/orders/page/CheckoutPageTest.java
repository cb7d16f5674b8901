package dev.covenant.orders.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.covenant.orders.catalogue.Product;
import dev.covenant.orders.catalogue.ProductKind;
import dev.covenant.orders.order.Cart;

import static org.assertj.core.api.Assertions.assertThat;

class CheckoutPageTest {
    private static final Map<String, Product> SOLD = Stream.of(
                    new Product("MUG", "Mug", ProductKind.PHYSICAL, 1_290, "EUR"),
                    new Product("BOOK", "Book", ProductKind.DIGITAL, 990, "EUR"),
                    new Product("TEA", "Tea", ProductKind.PHYSICAL, 450, "GBP"))
            .collect(Collectors.toMap(Product::sku, Function.identity()));

    @Test
    void comesToWhatAnOrderOfItWouldCost() {
        var basket = basket(item("MUG", 2), item("BOOK", 1));

        assertThat(basket.currency()).hasValue("EUR");
        assertThat(basket.total()).hasValue(3_570);
    }

    @Test
    void hasNoTotalWhenItCouldNotBeOrdered() {
        assertThat(basket(item("MUG", 2), item("NOTHING", 1)).total()).isEmpty();
        assertThat(basket(item("MUG", 2), item("TEA", 1)).total()).isEmpty();
        assertThat(basket(item("NOTHING", 1)).total()).isEmpty();
    }

    @Test
    void isPaidInTheCurrencyOfWhatIsSold() {
        assertThat(basket(item("NOTHING", 1), item("TEA", 1)).currency()).hasValue("GBP");
        assertThat(basket(item("NOTHING", 1)).currency()).isEmpty();
    }

    @Test
    void needsStockOfPhysicalProductsOnly() {
        assertThat(basket(item("MUG", 2), item("BOOK", 1), item("NOTHING", 1)).stockedSkus())
                .containsExactly("MUG");
    }

    @Test
    void tellsNoMoreOfTheStockThanWasAskedFor() {
        assertThat(available(item("MUG", 2), new Known.Live<>(1_000L))).hasValue(2);
        assertThat(available(item("MUG", 2), new Known.Live<>(1L))).hasValue(1);
        assertThat(available(item("MUG", 2), new Known.Stale<>(0L, Duration.ofSeconds(9))))
                .hasValue(0);
        assertThat(available(item("MUG", 2), new Known.Unavailable<>())).isEmpty();
    }

    @Test
    void hasAllOfWhatNeedsNoStockAndNothingOfWhatIsNotSold() {
        assertThat(available(item("BOOK", 3), new Known.Unavailable<>())).hasValue(3);
        assertThat(available(item("NOTHING", 3), new Known.Unavailable<>())).isEmpty();
    }

    private static OptionalLong available(Cart.Item item, Known<Long> stock) {
        var page = new CheckoutPage(basket(item), Map.of("MUG", stock), new Known.Unavailable<>());
        return page.available(page.basket().lines().getFirst());
    }

    private static Basket basket(Cart.Item... items) {
        return Basket.of(List.of(items), SOLD);
    }

    private static Cart.Item item(String sku, int quantity) {
        return new Cart.Item(sku, quantity);
    }
}
