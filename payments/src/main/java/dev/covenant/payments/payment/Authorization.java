package dev.covenant.payments.payment;

import java.util.UUID;

import dev.covenant.payments.money.Money;
import dev.covenant.payments.provider.PaymentToken;

/** The command to authorize a payment. */
public record Authorization(UUID paymentId, String client, Money money, PaymentToken token) {
    /** All that makes it this request; for a fingerprint, never stored. */
    String content() {
        return String.join("\n", paymentId.toString(), Long.toString(money.amount()), money.currency(), token.value());
    }
}
