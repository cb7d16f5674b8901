package dev.covenant.orders.page;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What the page needs of payments. */
public interface PaymentMethods {
    /** The ways to pay in a currency. @return within a bounded time, and empty when payments does not say */
    CompletionStage<Optional<List<PaymentMethod>>> in(String currency);
}
