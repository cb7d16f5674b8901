package dev.covenant.orders.checkout;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * The transaction of an outcome that payments tells by itself. It needs no lease, as a cancellation needs none: it locks the saga, and
 * whoever holds the lease finds what it wrote when he writes next. What he was answered himself meanwhile changes nothing then, because
 * a step is decided once.
 */
@ApplicationScoped
class ToldOutcome {
    private final Sagas sagas;
    private final StepAnswers stepAnswers;

    @Inject
    ToldOutcome(Sagas sagas, StepAnswers stepAnswers) {
        this.sagas = sagas;
        this.stepAnswers = stepAnswers;
    }

    /** @return false, and nothing is changed, when the saga knew or does not want to know any more; else it is due now */
    @Transactional
    boolean write(UUID orderId, PaymentOutcome outcome) {
        if (!sagas.lock(orderId).awaitsPayment()) {
            return false;
        }
        stepAnswers.record(orderId, Map.of(StepName.AUTHORIZE, outcome.asAnswer()));
        sagas.wake(orderId);
        return true;
    }
}
