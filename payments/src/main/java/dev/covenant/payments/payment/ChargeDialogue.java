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
 * The calls that an errand takes. It starts from what the provider is known to have, which on a repeated try is what it says now, and
 * sends the next command until there is none left to send.
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
        var known = ask.attempt().isFirst()
                ? ask.payment().presumedAtProvider()
                : provider.find(ask.payment().id(), wait);
        return proceed(ask, known, wait);
    }

    private ChargeAnswer proceed(MustAsk ask, ChargeAnswer known, Wait wait) {
        var payment = ask.payment();
        return switch (ask.attempt().errand().operation()) {
            case AUTHORIZE -> known instanceof NeverSeen ? authorize(payment, wait) : known;
            case CAPTURE -> known instanceof Authorized ? provider.capture(payment.id(), wait) : known;
            case VOID ->
                switch (known) {
                    // An authorize that is still under way would be booked after our back. Sending it ourselves makes
                    // the provider
                    // know the id, so that the void closes it for good and the late one is only a replay.
                    case NeverSeen() -> proceed(ask, authorize(payment, wait), wait);
                    case Authorized() -> provider.cancel(payment.id(), wait);
                    default -> known;
                };
            case REFUND -> throw new IllegalArgumentException("No errand of a charge: " + ask.attempt());
        };
    }

    private ChargeAnswer authorize(Payment payment, Wait wait) {
        return tokens.open(payment.id())
                .map(token -> provider.authorize(payment.id(), payment.money(), token, wait))
                .orElseGet(() -> new Unknown("authorize was answered before, and yet the provider has no such charge"));
    }
}
