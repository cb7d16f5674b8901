package dev.covenant.orders.api.v1;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.orders.order.Cart;
import dev.covenant.orders.order.Quote;

/** What to order, with what to pay, and the total that the customer was shown. */
public record PlaceOrderRequest(
        @NotNull @Size(min = 1, max = 50) @DistinctSkus List<@NotNull @Valid Line> lines,
        @Currency @Schema(examples = "EUR") String currency,

        @NotNull
        @Pattern(regexp = "^[\\x21-\\x7e]{1,200}$", message = "must be 1 to 200 printable characters without spaces")
        @Schema(examples = "tok_approve")
        String paymentToken,

        @NotNull @Min(1) @Max(Quote.MOST) @Schema(examples = "2580", description = "In minor units")
        Long expectedTotal) {

    /** One product, once per order. */
    @Schema(name = "OrderLine")
    public record Line(
            @Sku @Schema(examples = "MUG-BLUE") String sku,

            @NotNull @Min(1) @Max(999) @Schema(examples = "2")
            Integer quantity) {}

    Cart cart() {
        return new Cart(
                lines.stream()
                        .map(line -> new Cart.Item(line.sku(), line.quantity()))
                        .toList(),
                currency);
    }

    /** Never prints the payment token. */
    @Override
    public String toString() {
        return "PlaceOrderRequest[%s, %s, %s]".formatted(lines, currency, expectedTotal);
    }
}
