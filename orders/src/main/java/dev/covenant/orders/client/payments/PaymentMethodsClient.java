package dev.covenant.orders.client.payments;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import tools.jackson.databind.JsonNode;

import dev.covenant.orders.client.Neighbour;
import dev.covenant.orders.client.ServiceCall;
import dev.covenant.orders.client.Told;
import dev.covenant.orders.page.PaymentMethod;
import dev.covenant.orders.page.PaymentMethods;

/** The ways to pay over payments' REST API, version 1. */
@ApplicationScoped
class PaymentMethodsClient implements PaymentMethods {
    private final ServiceCall payments;
    private final Told told = new Told("payment methods of payments");

    @Inject
    PaymentMethodsClient(@Named("payments") Neighbour payments) {
        this.payments = payments.reads();
    }

    @Override
    public CompletionStage<Optional<List<PaymentMethod>>> in(String currency) {
        return payments.get("/api/v1/payment-methods?currency=" + currency)
                .thenApply(reply -> told.read(reply, PaymentMethodsClient::methods));
    }

    private static List<PaymentMethod> methods(JsonNode body) {
        return body.required("methods").asArray().values().stream()
                .map(item -> new PaymentMethod(
                        item.required("method").stringValue(),
                        item.required("name").stringValue()))
                .toList();
    }
}
