package dev.covenant.payments.api.v1;

import java.util.Map;
import java.util.UUID;

import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.money.Money;
import dev.covenant.payments.payment.PaymentState;
import dev.covenant.payments.testing.PaymentRows;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderBooks;
import dev.covenant.payments.testing.ProviderSetup;

/** The states that contracts start from: rows in our books, and the charge that belongs to them in the provider's. */
public class ContractStates {
    private static final String APPROVED = "tok_approve";

    private final PaymentRows rows;
    private final ProviderBooks charges;
    private final ProviderSetup provider;
    private final PaymentsUnderTest payments;

    /** @param consumer whose contract it is, and whose payments they are */
    ContractStates(ServerUnderTest server, String consumer) {
        this.rows = PaymentRows.of(server, consumer);
        this.charges = ProviderBooks.of(server);
        this.provider = server.setup(ProviderSetup.class);
        this.payments = PaymentsUnderTest.as(consumer, server);
    }

    @State("no payment")
    public void none(Map<String, Object> params) {
        clear(params);
    }

    @State("a pending payment")
    public void pending(Map<String, Object> params) {
        clear(params);
        rows.payment(id(params), PaymentState.PENDING, money(params), "tok_no_answer");
    }

    @State("an authorized payment")
    public void authorized(Map<String, Object> params) {
        payment(params, PaymentState.AUTHORIZED, APPROVED);
    }

    @State("the provider refuses captures of")
    public void refusesCaptures(Map<String, Object> params) {
        payment(params, PaymentState.AUTHORIZED, "tok_refuse_capture");
    }

    @State("a declined payment")
    public void declined(Map<String, Object> params) {
        payment(params, PaymentState.DECLINED, "tok_decline_" + params.get("reason"));
    }

    @State("a captured payment")
    public void captured(Map<String, Object> params) {
        payment(params, PaymentState.CAPTURED, APPROVED);
        charges.capture(id(params));
    }

    @State("a payment that was refunded in full")
    public void refunded(Map<String, Object> params) {
        captured(params);
        payments.refundAll(id(params), UuidV7.next());
    }

    @State("a refund that was made")
    public void refundedUnderThisId(Map<String, Object> params) {
        captured(params);
        payments.refundAll(id(params), refundId(params));
    }

    @State("a refund that failed")
    public void refundFailed(Map<String, Object> params) {
        refusesRefunds(params);
        payments.refundAll(id(params), refundId(params));
    }

    /** The provider has not answered the first one, and does not answer whoever asks again. */
    @State("a refund that is pending")
    public void refundPending(Map<String, Object> params) {
        silentAboutRefunds(params);
        payments.impatient().refundAll(id(params), refundId(params));
    }

    @State("the provider refuses refunds of")
    public void refusesRefunds(Map<String, Object> params) {
        payment(params, PaymentState.CAPTURED, "tok_refuse_refund");
        charges.capture(id(params));
    }

    @State("a voided payment")
    public void voided(Map<String, Object> params) {
        payment(params, PaymentState.VOIDED, APPROVED);
        charges.cancel(id(params));
    }

    /** The provider still holds the amount. */
    @State("a payment that is being voided")
    public void voiding(Map<String, Object> params) {
        payment(params, PaymentState.VOIDING, APPROVED);
    }

    @State("a payment whose capture was refused")
    public void captureRefused(Map<String, Object> params) {
        payment(params, PaymentState.CAPTURE_REFUSED, "tok_refuse_capture");
        charges.capture(id(params));
    }

    /** The only one in its currency; those in others are beside it. */
    @State("a way to pay")
    public void wayToPay(Map<String, Object> params) {
        rows.onlyWayToPay((String) params.get("currency"), (String) params.get("method"), (String) params.get("name"));
    }

    @State("the provider does not answer")
    public void silent(Map<String, Object> params) {
        authorized(params);
        provider.goAway();
    }

    @State("the provider does not answer refunds of")
    public void silentAboutRefunds(Map<String, Object> params) {
        captured(params);
        provider.goAway();
    }

    @State(
            value = {
                "the provider does not answer",
                "the provider does not answer refunds of",
                "a refund that is pending"
            },
            action = StateChangeAction.TEARDOWN)
    public void noLongerSilent() {
        provider.comeBack();
    }

    private void payment(Map<String, Object> params, PaymentState state, String token) {
        clear(params);
        rows.payment(id(params), state, money(params), token);
        charges.authorize(id(params), money(params), token);
    }

    /** A statement that forgets its condition meets the payments beside the one that the contract is about. */
    private void clear(Map<String, Object> params) {
        rows.remove(id(params));
        charges.remove(id(params));
        for (var state : PaymentState.values()) {
            if (state != PaymentState.PENDING && state != PaymentState.VOIDING) {
                rows.payment(UuidV7.next(), state, new Money(7, "GBP"), APPROVED);
            }
        }
    }

    private static UUID id(Map<String, Object> params) {
        return UUID.fromString((String) params.get("paymentId"));
    }

    private static UUID refundId(Map<String, Object> params) {
        return UUID.fromString((String) params.get("refundId"));
    }

    private static Money money(Map<String, Object> params) {
        return new Money(((Number) params.get("amount")).longValue(), (String) params.get("currency"));
    }
}
