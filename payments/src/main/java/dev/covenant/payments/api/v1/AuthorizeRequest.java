package dev.covenant.payments.api.v1;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.payments.money.Money;
import dev.covenant.payments.payment.Authorization;
import dev.covenant.payments.provider.PaymentToken;

/** What to have authorized. */
public record AuthorizeRequest(
        @NotNull @Min(1) @Max(Money.MOST) @Schema(examples = "1999", description = "Minor units")
        Long amount,

        @NotNull
        @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code such as EUR")
        @Schema(examples = "EUR")
        String currency,

        @NotNull
        @Pattern(regexp = "[!-~]{1,200}", message = "must be 1 to 200 printable ASCII characters without spaces")
        @Schema(examples = "tok_approve", description = "The provider's token for the customer's means of payment")
        String paymentToken) {

    Authorization asAuthorization(UUID id, String client) {
        return new Authorization(id, client, new Money(amount, currency), new PaymentToken(paymentToken));
    }

    /** Without the token, which must not reach a log. */
    @Override
    public String toString() {
        return "AuthorizeRequest[amount=%d, currency=%s]".formatted(amount, currency);
    }
}
