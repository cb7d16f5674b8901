package dev.covenant.payments.client.orders;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.covenant.payments.outcome.Heard;
import dev.covenant.payments.outcome.Listener;
import dev.covenant.payments.outcome.PaymentOutcome;

/** In the place of a client that has no address: he asks for himself. What is waiting from when he had one goes on waiting. */
final class Nobody implements Listener {
    @Override
    public boolean isToldOf(String client) {
        return false;
    }

    @Override
    public boolean isReachable() {
        return false;
    }

    @Override
    public CompletionStage<Heard> tell(PaymentOutcome outcome) {
        return CompletableFuture.completedStage(new Heard.Unclear("no address"));
    }
}
