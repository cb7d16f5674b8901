package dev.covenant.orders.client.payments;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;

import dev.covenant.orders.checkout.StepAnswer;
import dev.covenant.orders.client.Contract;

import static dev.covenant.orders.client.Contract.answers;
import static dev.covenant.orders.client.Contract.command;

/** The interactions of the contract with payments that are commands, each met by the real client. */
final class PaymentCommands {
    static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000002");
    static final String PATH = "/api/v1/payments/" + ID;
    static final Map<String, ?> PAYMENT = Map.of("paymentId", ID.toString(), "amount", 2580, "currency", "EUR");
    static final Map<String, ?> DECLINED =
            Map.of("paymentId", ID.toString(), "amount", 2580, "currency", "EUR", "reason", "card_expired");

    private static final Contract PAYMENTS = Contract.with("payments");
    private static final UUID REFUND = UUID.fromString("01990000-0000-7000-8000-000000000003");
    private static final Map<String, ?> REFUNDED =
            Map.of("paymentId", ID.toString(), "amount", 2580, "currency", "EUR", "refundId", REFUND.toString());

    private PaymentCommands() {}

    static StepAnswer refund(String state, Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return PAYMENTS.interaction(
                "a request to refund all (%s)".formatted(state),
                state,
                REFUNDED,
                http -> answer.apply(command(http, "PUT", PATH + "/refunds/" + REFUND, body -> {})),
                address -> join(client(address).refund(ID, REFUND)));
    }

    static StepAnswer authorize(
            String description,
            String state,
            String token,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return authorize(description, state, PAYMENT, "EUR", token, answer);
    }

    static StepAnswer authorize(
            String description,
            String state,
            Map<String, ?> payment,
            String currency,
            String token,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return PAYMENTS.interaction(
                description,
                state,
                payment,
                http -> answer.apply(command(http, "PUT", PATH, body -> body.numberValue("amount", 2580)
                        .stringValue("currency", currency)
                        .stringValue("paymentToken", token))),
                address -> {
                    var client = client(address);
                    return join(client.authorize(ID, client.authorizationOf(2580, currency, token)));
                });
    }

    static StepAnswer capture(
            String description,
            String state,
            Map<String, ?> payment,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> request) {
        return PAYMENTS.interaction(
                description,
                state,
                payment,
                http -> Contract.refusesTheToken(request.apply(http)),
                address -> join(client(address).capture(ID)));
    }

    static StepAnswer post(
            String verb,
            String state,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer,
            Command command) {
        return post(verb, state, PAYMENT, answer, command);
    }

    static StepAnswer post(
            String verb,
            String state,
            Map<String, ?> payment,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer,
            Command command) {
        return PAYMENTS.interaction(
                "a request to %s (%s)".formatted(verb, state),
                state,
                payment,
                http -> answer.apply(command(http, "POST", PATH + "/" + verb, null)),
                address -> join(command.send(client(address), ID)));
    }

    static HttpInteractionBuilder inState(HttpInteractionBuilder http, String state) {
        return answers(http, 200, body -> body.stringValue("state", state));
    }

    static HttpInteractionBuilder voided(HttpInteractionBuilder http) {
        return answers(http, 200, body -> body.stringMatcher("state", "VOIDED|VOIDING", "VOIDED"));
    }

    static HttpInteractionBuilder refundFailed(HttpInteractionBuilder http) {
        return answers(
                http, 200, body -> body.stringValue("state", "FAILED").stringValue("reason", "refused_by_provider"));
    }

    static HttpInteractionBuilder problem(HttpInteractionBuilder http, String name) {
        return answers(http, 409, body -> body.stringValue("type", "urn:covenant:problem:" + name));
    }

    static StepAnswer notCollected(String type) {
        return new StepAnswer.Refused(type, "The payment could not be collected.");
    }

    private static PaymentsClient client(URI address) {
        return new PaymentsClient(Contract.neighbour("payments", address));
    }

    private static StepAnswer join(CompletionStage<StepAnswer> answer) {
        return answer.toCompletableFuture().join();
    }

    interface Command {
        CompletionStage<StepAnswer> send(PaymentsClient client, UUID id);
    }
}
