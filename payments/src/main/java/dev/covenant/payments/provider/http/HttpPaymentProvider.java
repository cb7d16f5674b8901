package dev.covenant.payments.provider.http;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import dev.covenant.payments.money.Money;
import dev.covenant.payments.provider.ChargeAnswer;
import dev.covenant.payments.provider.PaymentProvider;
import dev.covenant.payments.provider.PaymentToken;
import dev.covenant.payments.provider.RefundAnswer;
import dev.covenant.payments.provider.Wait;

/** The provider over HTTP. Called within a transaction it fails at once: a connection and its locks would wait for a stranger. */
@ApplicationScoped
@Transactional(TxType.NEVER)
class HttpPaymentProvider implements PaymentProvider {
    private final ProviderEndpoint endpoint;

    @Inject
    HttpPaymentProvider(ProviderEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public ChargeAnswer authorize(UUID paymentId, Money money, PaymentToken token, Wait wait) {
        var body = new ProviderJson.Authorize(money.amount(), money.currency(), token.value());
        return Answers.charge(endpoint.put(charge(paymentId), body, wait));
    }

    @Override
    public ChargeAnswer capture(UUID paymentId, Wait wait) {
        return Answers.charge(endpoint.post(charge(paymentId) + "/capture", wait));
    }

    @Override
    public ChargeAnswer cancel(UUID paymentId, Wait wait) {
        return Answers.charge(endpoint.post(charge(paymentId) + "/void", wait));
    }

    @Override
    public ChargeAnswer find(UUID paymentId, Wait wait) {
        return Answers.charge(endpoint.get(charge(paymentId), wait));
    }

    @Override
    public RefundAnswer refund(UUID refundId, UUID paymentId, Money money, Wait wait) {
        var path = charge(paymentId) + "/refunds/" + refundId;
        return Answers.refund(endpoint.put(path, new ProviderJson.Refund(money.amount()), wait));
    }

    @Override
    public RefundAnswer findRefund(UUID refundId, UUID paymentId, Wait wait) {
        return Answers.refundIn(endpoint.get(charge(paymentId), wait), refundId);
    }

    private static String charge(UUID paymentId) {
        return "charges/" + paymentId;
    }
}
