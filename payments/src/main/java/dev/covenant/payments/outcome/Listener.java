package dev.covenant.payments.outcome;

import java.util.concurrent.CompletionStage;

/** Whoever wants to be told outcomes, as configured. */
public interface Listener {
    /** Whether he is told of payments that this client asked for. */
    boolean isToldOf(String client);

    /** Whether he would be called now, as far as can be said without calling: while he is not, nothing need be taken up. */
    boolean isReachable();

    /** Safe to repeat. Completes within a bounded time, at worst as Unclear, and never exceptionally. */
    CompletionStage<Heard> tell(PaymentOutcome outcome);
}
