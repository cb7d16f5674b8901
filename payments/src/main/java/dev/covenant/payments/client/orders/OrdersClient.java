package dev.covenant.payments.client.orders;

import java.util.concurrent.CompletionStage;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;

import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.json.Json;
import dev.covenant.payments.outcome.Heard;
import dev.covenant.payments.outcome.Listener;
import dev.covenant.payments.outcome.PaymentOutcome;

/** Orders over its REST API, version 1. */
final class OrdersClient implements Listener {
    private static final String OUTCOMES = "/api/v1/payment-outcomes/";
    private static final String NOT_KNOWN = "urn:covenant:problem:payment-not-found";

    private final String client;
    private final OrdersCall orders;

    /** @param client as which orders asks for payments */
    OrdersClient(String client, OrdersCall orders) {
        this.client = client;
        this.orders = orders;
    }

    @Override
    public boolean isToldOf(String someClient) {
        return client.equals(someClient);
    }

    @Override
    public boolean isReachable() {
        return orders.isAdmitted();
    }

    @Override
    public CompletionStage<Heard> tell(PaymentOutcome outcome) {
        var body = Json.strict().writeValueAsBytes(new Body(outcome.status(), outcome.reason()));
        return orders.put(OUTCOMES + outcome.paymentId(), body).thenApply(OrdersClient::read);
    }

    private static Heard read(Reply reply) {
        return switch (reply) {
            case Reply.Answer(int status, byte[] _, int _) when status == 204 -> new Heard.Acknowledged();
            case Reply.Answer(int status, byte[] body, int _)
            when status == 404 && isNotKnown(body) -> new Heard.NotKnown();
            case Reply.Answer(int status, byte[] _, int _) -> new Heard.Unclear("status " + status);
            case Reply.NoAnswer(var cause) -> new Heard.Unclear("no answer: " + cause);
            case Reply.NotSent(var cause) -> new Heard.Unclear("not sent: " + cause);
        };
    }

    /** A gateway's 404 must never pass for the word of orders. */
    private static boolean isNotKnown(byte[] body) {
        try {
            return Json.tolerant().readTree(body).path("type").asString("").equals(NOT_KNOWN);
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(PaymentOutcome.Status status, String reason) {}
}
