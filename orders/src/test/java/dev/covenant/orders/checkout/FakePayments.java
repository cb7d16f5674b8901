package dev.covenant.orders.checkout;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/** Payments and its provider as the contract has them: idempotent, with tombstones, and slow to know what the provider did. */
final class FakePayments implements Payments {
    private static final StepAnswer DONE = new StepAnswer.Done();

    private final Map<UUID, State> payments = new HashMap<>();
    private final Map<UUID, Boolean> refunds = new HashMap<>();
    private final Map<UUID, PaymentOutcome> outcomes = new HashMap<>();
    private final Network network;
    private final Random random;
    private final Supplier<Direction> direction;

    /** @param direction of the saga, as it is committed */
    FakePayments(Network network, Random random, Supplier<Direction> direction) {
        this.network = network;
        this.random = random;
        this.direction = direction;
    }

    enum State {
        PENDING,
        AUTHORIZED,
        DECLINED,
        CAPTURED,
        CAPTURE_REFUSED,
        VOIDING,
        VOIDED
    }

    @Override
    public String authorizationOf(long amount, String currency, String paymentToken) {
        return amount + currency;
    }

    @Override
    public CompletionStage<StepAnswer> authorize(UUID id, String request) {
        return network.send(() -> {
            if (request == null || random.nextInt(50) == 0) {
                return new StepAnswer.NotUnderstood("status 400");
            }
            return switch (payments.computeIfAbsent(id, _ -> authorized())) {
                case AUTHORIZED, CAPTURED -> DONE;
                case DECLINED -> new StepAnswer.Refused("payment-declined", "Declined");
                case VOIDING, VOIDED -> new StepAnswer.Refused("payment-voided", "Voided");
                case PENDING, CAPTURE_REFUSED -> new StepAnswer.Unknown("payment pending");
            };
        });
    }

    @Override
    public CompletionStage<StepAnswer> capture(UUID id) {
        assertThat(direction.get()).isEqualTo(Direction.PIVOTED);
        return network.send(() -> {
            var fate = random.nextInt(8) == 0 ? State.CAPTURE_REFUSED : State.CAPTURED;
            return switch (payments.computeIfPresent(id, (_, state) -> state == State.AUTHORIZED ? fate : state)) {
                case CAPTURED -> DONE;
                case CAPTURE_REFUSED, VOIDING, VOIDED, DECLINED ->
                    new StepAnswer.Refused("capture-refused", "Not captured");
                case PENDING, AUTHORIZED -> new StepAnswer.Unknown("problem payment-pending");
                case null -> new StepAnswer.Unknown("status 404");
            };
        });
    }

    @Override
    public CompletionStage<StepAnswer> voidPayment(UUID id) {
        assertThat(direction.get()).isEqualTo(Direction.BACKWARD);
        return network.send(() -> {
            var after = payments.merge(id, State.VOIDED, (state, voided) -> switch (state) {
                case PENDING -> State.VOIDING;
                case AUTHORIZED -> voided;
                default -> state;
            });
            return after == State.CAPTURED ? new StepAnswer.Unknown("problem payment-captured") : DONE;
        });
    }

    @Override
    public CompletionStage<StepAnswer> refund(UUID id, UUID refundId) {
        assertThat(direction.get()).isEqualTo(Direction.PIVOTED);
        return network.send(() -> {
            if (payments.get(id) != State.CAPTURED) {
                return new StepAnswer.Unknown("problem payment-not-captured");
            }
            if (!refunds.containsKey(refundId) && refunded()) {
                return DONE;
            }
            return refunds.computeIfAbsent(refundId, _ -> random.nextInt(3) > 0)
                    ? DONE
                    : new StepAnswer.IdSpent("refund failed");
        });
    }

    /** The provider answers what was pending; from then on there is an outcome to tell. */
    void settle() {
        payments.replaceAll((id, state) -> switch (state) {
            case PENDING -> random.nextInt(4) == 0 ? declined(id) : authorized(id);
            case VOIDING -> State.VOIDED;
            default -> state;
        });
    }

    /** What there is to tell, at any time after it was settled and as often as somebody likes. */
    Map<UUID, PaymentOutcome> outcomes() {
        return outcomes;
    }

    Map<UUID, State> payments() {
        return payments;
    }

    /** Whether all was paid back: here each refund is of all that remains. */
    boolean refunded() {
        return refunds.containsValue(true);
    }

    private State declined(UUID id) {
        outcomes.put(id, new PaymentOutcome.Declined("card_expired"));
        return State.DECLINED;
    }

    private State authorized(UUID id) {
        outcomes.put(id, new PaymentOutcome.Authorized());
        return State.AUTHORIZED;
    }

    private State authorized() {
        return switch (random.nextInt(10)) {
            case 0 -> State.DECLINED;
            case 1 -> State.PENDING;
            default -> State.AUTHORIZED;
        };
    }
}
