package dev.covenant.payments.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.chassis.database.Transactions;
import dev.covenant.payments.money.Currencies;
import dev.covenant.payments.payment.AuthorizeOutcome.BelongsToAnother;
import dev.covenant.payments.payment.AuthorizeOutcome.DifferentRequest;
import dev.covenant.payments.payment.AuthorizeOutcome.UnsupportedCurrency;
import dev.covenant.payments.payment.Begun.Done;
import dev.covenant.payments.payment.Begun.MustAsk;
import dev.covenant.payments.provider.Attempts;
import dev.covenant.payments.provider.Errand;
import dev.covenant.payments.provider.Operation;
import dev.covenant.payments.provider.Wait;

/** Has an amount held for us, once, whatever is sent twice or at once. */
@ApplicationScoped
public class AuthorizePayment {
    private final Transactions transactions;
    private final Currencies currencies;
    private final PaymentTokens tokens;
    private final Payments payments;
    private final Attempts attempts;
    private final Settlement settlement;

    @Inject
    AuthorizePayment(
            Transactions transactions,
            Currencies currencies,
            PaymentTokens tokens,
            Payments payments,
            Attempts attempts,
            Settlement settlement) {
        this.transactions = transactions;
        this.currencies = currencies;
        this.tokens = tokens;
        this.payments = payments;
        this.attempts = attempts;
        this.settlement = settlement;
    }

    /** PENDING when the provider has not answered within the wait; the settler goes on asking. */
    public AuthorizeOutcome authorize(Authorization request, Wait wait) {
        if (!currencies.supports(request.money().currency())) {
            return new UnsupportedCurrency(currencies.all());
        }
        var fingerprint = tokens.fingerprint(request);
        var begun = transactions.run(() -> begin(request, fingerprint));
        if (!begun.payment().isOf(request.client())) {
            return new BelongsToAnother();
        }
        if (!begun.payment().wasRequestedAs(fingerprint)) {
            return new DifferentRequest();
        }
        return AuthorizeOutcome.of(settlement.settle(begun, wait));
    }

    private Begun begin(Authorization request, String fingerprint) {
        var requested = Payment.requested(request, fingerprint);
        return payments.insertOrLock(requested, tokens.seal(request))
                .map(payment -> askAgain(payment, request, fingerprint))
                .orElseGet(() -> ask(requested));
    }

    private Begun askAgain(Payment payment, Authorization request, String fingerprint) {
        return payment.state() == PaymentState.PENDING
                        && payment.isOf(request.client())
                        && payment.wasRequestedAs(fingerprint)
                ? ask(payment)
                : new Done(payment);
    }

    private Begun ask(Payment payment) {
        return new MustAsk(payment, attempts.begin(Errand.of(Operation.AUTHORIZE, payment.id())));
    }
}
