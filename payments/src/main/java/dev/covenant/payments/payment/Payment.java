package dev.covenant.payments.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.covenant.payments.ledger.Journal;
import dev.covenant.payments.money.Money;
import dev.covenant.payments.outcome.PaymentOutcome;
import dev.covenant.payments.provider.ChargeAnswer;

import static dev.covenant.payments.payment.PaymentState.AUTHORIZED;
import static dev.covenant.payments.payment.PaymentState.CAPTURED;
import static dev.covenant.payments.payment.PaymentState.CAPTURE_REFUSED;
import static dev.covenant.payments.payment.PaymentState.DECLINED;
import static dev.covenant.payments.payment.PaymentState.PENDING;
import static dev.covenant.payments.payment.PaymentState.VOIDED;
import static dev.covenant.payments.payment.PaymentState.VOIDING;

/**
 * A payment as it stands. Its books follow the provider's: {@link #learn} decides what an answer changes, whenever it comes.
 *
 * @param client who may change it
 * @param money what was asked for; null for a payment that was voided before it arrived
 * @param fingerprint of the whole request; null like {@code money}
 * @param declineReason the provider's code; null unless DECLINED
 * @param authorized minor units that the ledger booked as authorized, 0 or the whole amount; stays when they are captured or voided
 * @param captured minor units, at most {@code authorized}
 * @param refunded minor units of all refunds that have not failed, at most {@code captured}
 */
public record Payment(
        UUID id,
        String client,
        PaymentState state,
        Money money,
        String fingerprint,
        String declineReason,
        long authorized,
        long captured,
        long refunded) {

    /** As it is when its request has just come. */
    static Payment requested(Authorization request, String fingerprint) {
        return new Payment(request.paymentId(), request.client(), PENDING, request.money(), fingerprint, null, 0, 0, 0);
    }

    /** One that is voided before its request has come. */
    static Payment voidedUnseen(UUID id, String client) {
        return new Payment(id, client, VOIDED, null, null, null, 0, 0, 0);
    }

    /** What a new answer makes of it; empty when it changes nothing, because it comes late or says nothing new. */
    Optional<Change> learn(ChargeAnswer.Standing standing) {
        if (state.isFinal()) {
            return Optional.empty();
        }
        return switch (standing) {
            case ChargeAnswer.Authorized() -> state == PENDING ? Optional.of(toAuthorized()) : Optional.empty();
            case ChargeAnswer.Declined(var reason) -> Optional.of(state == PENDING ? toDeclined(reason) : toVoided());
            case ChargeAnswer.Captured() -> Optional.of(toCaptured());
            case ChargeAnswer.CaptureRefused() ->
                Optional.of(toGivenUp(CAPTURE_REFUSED, Journal.captureRefused(id, money)));
            case ChargeAnswer.Voided() -> Optional.of(toVoided());
        };
    }

    /** What there is to tell to a client who was told that it is PENDING; empty when it was not, or ended as he wanted himself. */
    Optional<PaymentOutcome> outcomeSince(Payment before) {
        if (before.state != PENDING) {
            return Optional.empty();
        }
        return switch (state) {
            case AUTHORIZED -> Optional.of(PaymentOutcome.authorized(id));
            case DECLINED -> Optional.of(PaymentOutcome.declined(id, declineReason));
            case PENDING, VOIDING, VOIDED, CAPTURED, CAPTURE_REFUSED -> Optional.empty();
        };
    }

    boolean isOf(String someClient) {
        return client.equals(someClient);
    }

    public boolean isVisibleTo(Viewer viewer) {
        return viewer.seesAll() || isOf(viewer.client());
    }

    /** True for every request when it was voided before the first one came. */
    boolean wasRequestedAs(String otherFingerprint) {
        return fingerprint == null || fingerprint.equals(otherFingerprint);
    }

    /** What the provider has when it was asked nothing but what brought the payment here. */
    ChargeAnswer presumedAtProvider() {
        return state == PENDING ? new ChargeAnswer.NeverSeen() : new ChargeAnswer.Authorized();
    }

    /** Void was accepted; what the provider holds, if anything, is still to be given up. */
    Payment voiding() {
        return with(VOIDING, null, authorized, captured);
    }

    /** Minor units that can still be refunded. */
    public long refundable() {
        return captured - refunded;
    }

    private Change toAuthorized() {
        return new Change(with(AUTHORIZED, null, money.amount(), 0), List.of(Journal.authorized(id, money)));
    }

    private Change toDeclined(String reason) {
        return new Change(with(DECLINED, reason, 0, 0), List.of());
    }

    private Change toCaptured() {
        var after = with(CAPTURED, null, money.amount(), money.amount());
        var captured = Journal.captured(id, money);
        return new Change(after, authorized > 0 ? List.of(captured) : List.of(Journal.authorized(id, money), captured));
    }

    private Change toVoided() {
        return toGivenUp(VOIDED, Journal.voided(id, money));
    }

    /** There is only something to reverse in the ledger when the authorization got that far. */
    private Change toGivenUp(PaymentState how, Journal reversal) {
        return new Change(with(how, null, authorized, 0), authorized > 0 ? List.of(reversal) : List.of());
    }

    private Payment with(PaymentState newState, String newReason, long newAuthorized, long newCaptured) {
        return new Payment(id, client, newState, money, fingerprint, newReason, newAuthorized, newCaptured, refunded);
    }
}
