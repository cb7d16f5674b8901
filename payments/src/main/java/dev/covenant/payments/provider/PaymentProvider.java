package dev.covenant.payments.provider;

import java.util.UUID;

import dev.covenant.payments.money.Money;

/**
 * A payment provider. Each command is keyed by our id: sent again, also while the first is still under way, it is done once. No
 * method throws for what the provider or the network does; a missing answer is a value, and says nothing about what was done.
 * No transaction may be open when one is called.
 */
public interface PaymentProvider {
    ChargeAnswer authorize(UUID paymentId, Money money, PaymentToken token, Wait wait);

    /** Takes the whole authorized amount. */
    ChargeAnswer capture(UUID paymentId, Wait wait);

    /** Gives up the authorization. */
    ChargeAnswer cancel(UUID paymentId, Wait wait);

    /** How the charge stands now. */
    ChargeAnswer find(UUID paymentId, Wait wait);

    /** Pays an amount of a captured charge back. */
    RefundAnswer refund(UUID refundId, UUID paymentId, Money money, Wait wait);

    RefundAnswer findRefund(UUID refundId, UUID paymentId, Wait wait);
}
