package dev.covenant.orders.api.v1;

import java.util.List;
import java.util.OptionalLong;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.orders.catalogue.Product;
import dev.covenant.orders.catalogue.ProductKind;
import dev.covenant.orders.page.Basket;
import dev.covenant.orders.page.CheckoutPage;
import dev.covenant.orders.page.Known;
import dev.covenant.orders.page.PaymentMethod;

/** The data of the checkout page. */
@Schema(
        name = "CheckoutPage",
        requiredProperties = {"lines", "parts"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckoutView(
        @Schema(description = "In the order of the request") List<Line> lines,

        @Schema(description = "Absent when not every line is sold, or not all in one currency")
        Money total,

        @Schema(description = "In the currency of the first line that is sold; absent when they are not known")
        List<Method> paymentMethods,

        Parts parts) {

    /** One that is not sold has neither name, kind nor price. */
    @Schema(
            name = "CheckoutLine",
            requiredProperties = {"sku", "quantity"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            @Schema(examples = "MUG-BLUE") String sku,
            @Schema(examples = "2") int quantity,
            @Schema(examples = "Blue mug") String name,
            ProductKind kind,
            @Schema(description = "Of one piece") Money price,

            @Schema(
                    examples = "2",
                    description = "As many of the pieces asked for as there are; absent when it is not known")
            Long available) {}

    /** A way to pay. */
    @Schema(name = "PaymentMethod")
    public record Method(
            @Schema(examples = "card") String method,
            @Schema(examples = "Card") String name) {}

    /** What neighbours were asked for, each by itself. */
    @Schema(name = "CheckoutParts")
    public record Parts(PartState stock, PartState paymentMethods) {}

    static CheckoutView of(CheckoutPage page) {
        var basket = page.basket();
        var total = basket.total();
        return new CheckoutView(
                basket.lines().stream()
                        .map(line -> line(line, page.available(line)))
                        .toList(),
                total.isPresent()
                        ? new Money(total.getAsLong(), basket.currency().orElseThrow())
                        : null,
                methods(page.paymentMethods()),
                new Parts(PartState.of(page.stock().values()), PartState.of(List.of(page.paymentMethods()))));
    }

    private static Line line(Basket.Line line, OptionalLong available) {
        var product = line.product();
        return new Line(
                line.sku(),
                line.quantity(),
                product.map(Product::name).orElse(null),
                product.map(Product::kind).orElse(null),
                product.map(sold -> new Money(sold.price(), sold.currency())).orElse(null),
                available.isPresent() ? available.getAsLong() : null);
    }

    private static List<Method> methods(Known<List<PaymentMethod>> known) {
        return known.value()
                .map(methods -> methods.stream()
                        .map(method -> new Method(method.method(), method.name()))
                        .toList())
                .orElse(null);
    }
}
