package dev.covenant.orders.checkout;

import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.covenant.orders.order.Ending;

/**
 * Moves a saga on, one transaction at a time: writes the answers that came, then every change of our own that follows from them, up to
 * the next thing to ask. So a direction is always committed before anything that depends on it is asked for, and what follows from one
 * answer cannot be lost between two transactions.
 */
@ApplicationScoped
class SagaProgress {
    private static final System.Logger LOG = System.getLogger(SagaProgress.class.getName());

    private final Leases leases;
    private final Sagas sagas;
    private final StepAnswers stepAnswers;
    private final OwnMoves ownMoves;
    private final SagaSettings settings;
    private final Clock clock;

    @Inject
    SagaProgress(
            Leases leases,
            Sagas sagas,
            StepAnswers stepAnswers,
            OwnMoves ownMoves,
            SagaSettings settings,
            Clock clock) {
        this.leases = leases;
        this.sagas = sagas;
        this.stepAnswers = stepAnswers;
        this.ownMoves = ownMoves;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param answers of the last round; none when the saga was just begun or claimed
     * @param awaited what was asked in that round and has not answered yet: nothing new is asked before it has, or has failed to
     */
    @Transactional
    Progress advance(Lease lease, Map<StepName, StepAnswer> answers, Set<StepName> awaited) {
        var unanswered = unanswered(answers);
        if (!leases.keep(lease, settings.lease(), unanswered.size() < answers.size())) {
            return new Progress.LeaseLost();
        }
        stepAnswers.record(lease.orderId(), answers);
        while (true) {
            var saga = sagas.load(lease.orderId());
            switch (saga.next(clock.instant())) {
                case SagaMove.TurnBack(var ending) -> turnBack(saga, ending, unanswered);
                case SagaMove.Pivot() -> ownMoves.pivot(saga.orderId(), clock.instant());
                case SagaMove.CancelConfirmed(var ending) -> ownMoves.cancelConfirmed(saga.orderId(), ending);
                case SagaMove.Finish() -> {
                    ownMoves.finish(saga.orderId());
                    return new Progress.Finished(saga.orderStatus());
                }
                case SagaMove.Ask(var names) -> {
                    if (!awaited.isEmpty()) {
                        return new Progress.Waiting(saga.orderStatus());
                    }
                    return Collections.disjoint(names, unanswered.keySet())
                            ? new Progress.Asking(saga.orderStatus(), names, saga.steps())
                            : pause(saga, unanswered, saga.isHeldUpBy(notAsked(answers)));
                }
            }
        }
    }

    private void turnBack(CheckoutSaga saga, Ending ending, Map<StepName, String> unanswered) {
        ownMoves.turnBack(saga.orderId(), ending);
        if (ending.equals(CheckoutSaga.NOT_PROCESSABLE)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Order {0} is rejected because a neighbour does not understand us: {1}",
                    saga.orderId(),
                    unanswered);
        }
    }

    private Progress pause(CheckoutSaga saga, Map<StepName, String> unanswered, boolean heldUp) {
        var failures = sagas.failures(saga.orderId());
        leases.giveBack(saga.orderId(), settings.backoff(failures));
        if (failures + 1 == settings.parkedAfter()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Order {0} is parked: {1} times in a row there was no answer to {2}. It is asked again until there is one.",
                    saga.orderId(),
                    failures + 1,
                    unanswered);
        }
        return new Progress.Paused(saga.orderStatus(), heldUp);
    }

    private static Set<StepName> notAsked(Map<StepName, StepAnswer> answers) {
        return answers.keySet().stream()
                .filter(name -> answers.get(name) instanceof StepAnswer.NotAsked)
                .collect(Collectors.toSet());
    }

    /** With the cause of each. */
    private static Map<StepName, String> unanswered(Map<StepName, StepAnswer> answers) {
        var causes = new EnumMap<StepName, String>(StepName.class);
        answers.forEach((name, answer) -> {
            if (answer instanceof StepAnswer.Undecided undecided) {
                causes.put(name, undecided.cause());
            }
        });
        return causes;
    }
}
