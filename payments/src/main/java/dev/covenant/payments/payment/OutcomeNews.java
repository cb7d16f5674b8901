package dev.covenant.payments.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.payments.outcome.Deliveries;
import dev.covenant.payments.outcome.Listener;

/** Leaves word for the client of a payment that settles after he may have been told that it is PENDING, in the same transaction. */
@ApplicationScoped
class OutcomeNews {
    private final Listener listener;
    private final Deliveries deliveries;

    @Inject
    OutcomeNews(Listener listener, Deliveries deliveries) {
        this.listener = listener;
        this.deliveries = deliveries;
    }

    void of(Payment before, Payment after) {
        if (listener.isToldOf(after.client())) {
            after.outcomeSince(before).ifPresent(deliveries::add);
        }
    }
}
