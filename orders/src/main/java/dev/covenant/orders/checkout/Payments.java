package dev.covenant.orders.checkout;

import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** What the checkout needs of payments. Every call is safe to repeat; its answer comes within a bounded time, at worst as Unknown. */
public interface Payments {
    /** The request to authorize the amount, to be stored (sealed: it holds the token) and sent as it is. @param amount in minor units */
    String authorizationOf(long amount, String currency, String paymentToken);

    CompletionStage<StepAnswer> authorize(UUID paymentId, String request);

    CompletionStage<StepAnswer> capture(UUID paymentId);

    CompletionStage<StepAnswer> voidPayment(UUID paymentId);

    /** All that was captured. */
    CompletionStage<StepAnswer> refund(UUID paymentId, UUID refundId);
}
