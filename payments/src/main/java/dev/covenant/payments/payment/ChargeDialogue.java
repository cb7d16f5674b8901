package dev.covenant.payments.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.payments.payment.Begun.MustAsk;
import dev.covenant.payments.provider.ChargeAnswer;
import dev.covenant.payments.provider.ChargeAnswer.Authorized;
import dev.covenant.payments.provider.ChargeAnswer.NeverSeen;
import dev.covenant.payments.provider.ChargeAnswer.Unknown;
import dev.covenant.payments.provider.PaymentProvider;
import dev.covenant.payments.provider.Wait;

/**
 * The calls that an errand takes. They start from what the provider is known to have, which on a repeated try is what it says now, and
 * send only what is still missing.
 */
@ApplicationScoped
class ChargeDialogue {
    private final PaymentProvider provider;
    private final PaymentTokens tokens;

    @Inject
    ChargeDialogue(PaymentProvider provider, PaymentTokens tokens) {
        this.provider = provider;
        this.tokens = tokens;
    }

    ChargeAnswer hold(MustAsk ask, Wait wait) {
        var payment = ask.payment();
        var known = ask.attempt().isFirst() ? payment.presumedAtProvider() : provider.find(payment.id(), wait);
        return switch (ask.attempt().errand().operation()) {
            case AUTHORIZE -> authorized(payment, known, wait);
            case CAPTURE -> known instanceof Authorized ? provider.capture(payment.id(), wait) : known;
            case VOID -> voided(payment, known, wait);
            case REFUND -> throw new IllegalArgumentException("No errand of a charge: " + ask.attempt());
        };
    }

    private ChargeAnswer authorized(Payment payment, ChargeAnswer known, Wait wait) {
        return known instanceof NeverSeen ? authorize(payment, wait) : known;
    }

    /**
     * An authorize that is still under way somewhere would be booked behind our back. Sending it ourselves makes the provider know the
     * id; the void then closes it for good, and the late one is only a replay.
     */
    private ChargeAnswer voided(Payment payment, ChargeAnswer known, Wait wait) {
        var opened = authorized(payment, known, wait);
        return opened instanceof Authorized ? provider.cancel(payment.id(), wait) : opened;
    }

    private ChargeAnswer authorize(Payment payment, Wait wait) {
        return switch (tokens.open(payment.id())) {
            case SealedToken.Opened(var token) -> provider.authorize(payment.id(), payment.money(), token, wait);
            case SealedToken.Unreadable(var cause) -> new Unknown("the payment token cannot be opened: " + cause);
            case SealedToken.Gone() ->
                new Unknown("authorize was answered before, and yet the provider has no such charge");
        };
    }
}
