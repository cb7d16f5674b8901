package dev.covenant.orders.client.payments;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import tools.jackson.databind.JsonNode;

import dev.covenant.chassis.json.Json;
import dev.covenant.orders.checkout.PaymentOutcome;
import dev.covenant.orders.checkout.Payments;
import dev.covenant.orders.checkout.StepAnswer;
import dev.covenant.orders.client.Answers;
import dev.covenant.orders.client.Answers.ProblemAnswer;
import dev.covenant.orders.client.Neighbour;
import dev.covenant.orders.client.ServiceCall;

/** Payments over its REST API, version 1. */
@ApplicationScoped
class PaymentsClient implements Payments {
    private static final String PAYMENTS = "/api/v1/payments/";

    private final ServiceCall payments;

    @Inject
    PaymentsClient(@Named("payments") Neighbour payments) {
        this.payments = payments.commands();
    }

    @Override
    public String authorizationOf(long amount, String currency, String paymentToken) {
        return Json.strict().writeValueAsString(new Request(amount, currency, paymentToken));
    }

    @Override
    public CompletionStage<StepAnswer> authorize(UUID paymentId, String request) {
        return payments.put(PAYMENTS + paymentId, request)
                .thenApply(reply -> Answers.read(
                        reply, PaymentsClient::authorized, problem -> refusedIf(problem, "payment-voided")));
    }

    @Override
    public CompletionStage<StepAnswer> capture(UUID paymentId) {
        return payments.post(PAYMENTS + paymentId + "/capture")
                .thenApply(reply -> Answers.read(
                        reply,
                        body -> inState(body, "CAPTURED"),
                        problem -> refusedIf(problem, "capture-refused", "payment-voided", "payment-declined")));
    }

    /** VOIDING counts as done: payments has taken it over, and voids whatever the provider turns out to have approved. */
    @Override
    public CompletionStage<StepAnswer> voidPayment(UUID paymentId) {
        return payments.post(PAYMENTS + paymentId + "/void")
                .thenApply(reply -> Answers.read(
                        reply,
                        body -> inState(body, "VOIDED", "VOIDING", "DECLINED", "CAPTURE_REFUSED"),
                        ProblemAnswer::undecided));
    }

    /**
     * That nothing is left to refund is as good as refunded: finance has given it all back before. One that the provider refused stays
     * FAILED under its id, and leaves its amount to be refunded under another.
     */
    @Override
    public CompletionStage<StepAnswer> refund(UUID paymentId, UUID refundId) {
        return payments.put(PAYMENTS + paymentId + "/refunds/" + refundId, "{}")
                .thenApply(reply -> Answers.read(
                        reply,
                        PaymentsClient::refunded,
                        problem -> problem.name().equals("refund-exceeds-captured")
                                ? new StepAnswer.Done()
                                : problem.undecided()));
    }

    private static StepAnswer authorized(JsonNode payment) {
        var state = payment.path("state").asString("");
        return switch (state) {
            case "AUTHORIZED", "CAPTURED" -> new PaymentOutcome.Authorized().asAnswer();
            case "DECLINED" ->
                new PaymentOutcome.Declined(payment.path("declineReason").asString("no reason given")).asAnswer();
            default -> new StepAnswer.Unknown("payment in state " + state);
        };
    }

    private static StepAnswer refunded(JsonNode refund) {
        return refund.path("state").asString("").equals("FAILED")
                ? new StepAnswer.IdSpent(
                        "refund failed: " + refund.path("reason").asString("no reason given"))
                : inState(refund, "SUCCEEDED");
    }

    private static StepAnswer inState(JsonNode body, String... expected) {
        var state = body.path("state").asString("");
        return List.of(expected).contains(state) ? new StepAnswer.Done() : new StepAnswer.Unknown("in state " + state);
    }

    private static StepAnswer refusedIf(ProblemAnswer problem, String... names) {
        return List.of(names).contains(problem.name())
                ? new StepAnswer.Refused(problem.name(), "The payment could not be collected.")
                : problem.undecided();
    }

    /** Holds the payment token: never printed. */
    private record Request(long amount, String currency, String paymentToken) {
        @Override
        public String toString() {
            return "Request[%d %s]".formatted(amount, currency);
        }
    }
}
