package dev.covenant.payments.api.v1;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.payments.payment.PaymentMethod;

/** The ways to pay in a currency, ordered by code. */
@Schema(name = "PaymentMethods")
public record PaymentMethodList(@Schema(examples = "EUR") String currency, List<Item> methods) {
    /** One way to pay. */
    @Schema(name = "PaymentMethod")
    public record Item(
            @Schema(examples = "card") String method,
            @Schema(examples = "Card") String name) {}

    static PaymentMethodList of(String currency, List<PaymentMethod> methods) {
        return new PaymentMethodList(
                currency,
                methods.stream()
                        .map(method -> new Item(method.method(), method.name()))
                        .toList());
    }
}
