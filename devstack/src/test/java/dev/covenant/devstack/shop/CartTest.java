package dev.covenant.devstack.shop;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CartTest {
    private static final Product MUG = new Product("MUG-BLUE", "Blue mug", false, 1290, "EUR");
    private static final Product EBOOK = new Product("EBOOK-BREAD", "E-book: bread", true, 900, "EUR");
    private static final List<Product> CATALOGUE = List.of(MUG, EBOOK);

    @Test
    void addsUp() {
        var cart = Cart.of(List.of("MUG-BLUE:2", "EBOOK-BREAD"), CATALOGUE);

        assertThat(cart.quantities()).containsEntry(MUG, 2).containsEntry(EBOOK, 1);
        assertThat(cart.total()).isEqualTo(3480);
        assertThat(cart.currency()).isEqualTo("EUR");
    }

    @Test
    void saysWhatThereIsInsteadOfAnUnknownProduct() {
        assertThatThrownBy(() -> Cart.of(List.of("MUG-GREEN"), CATALOGUE))
                .hasMessageContaining("no product MUG-GREEN")
                .hasMessageContaining("MUG-BLUE, EBOOK-BREAD");
    }

    @Test
    void saysHowALineIsWritten() {
        assertThatThrownBy(() -> Cart.of(List.of("MUG-BLUE:two"), CATALOGUE)).hasMessageContaining("MUG-BLUE:2");
    }
}
