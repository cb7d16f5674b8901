package dev.covenant.orders.client.payments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import org.junit.jupiter.api.Test;

import dev.covenant.orders.client.Contract;
import dev.covenant.orders.page.PaymentMethod;

import static dev.covenant.orders.client.Contract.answers;
import static dev.covenant.orders.client.Contract.question;
import static org.assertj.core.api.Assertions.assertThat;

/** What the checkout page needs of payments. */
class PaymentMethodsContractTest {
    private static final Contract PAYMENTS = Contract.with("payments");
    private static final Map<String, ?> CARD = Map.of("currency", "GBP", "method", "card", "name", "Card");
    private static final String LONG = "2950";

    @Test
    void learnsHowToPay() {
        var methods = methods(
                "a question for ways to pay",
                "a way to pay",
                CARD,
                LONG,
                http -> answers(
                        http,
                        200,
                        body -> body.array(
                                "methods",
                                items -> items.object(item ->
                                        item.stringValue("method", "card").stringValue("name", "Card")))));
        assertThat(methods).hasValue(List.of(new PaymentMethod("card", "Card")));
    }

    @Test
    void learnsNoWayToPayWhenThereIsNoTimeToAnswer() {
        var methods = methods("a late question for ways to pay", "a way to pay", CARD, "5", Contract::isUnavailable);
        assertThat(methods).isEmpty();
    }

    @Test
    void learnsNoWayToPayWhenItsTokenIsRefused() {
        var methods = methods(
                "a question for ways to pay with a token that is refused",
                "the consumer's token is refused",
                Map.of(),
                LONG,
                Contract::refusesTheToken);
        assertThat(methods).isEmpty();
    }

    private static Optional<List<PaymentMethod>> methods(
            String description,
            String state,
            Map<String, ?> parameters,
            String deadline,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return PAYMENTS.interaction(
                description,
                state,
                parameters,
                http -> answer.apply(question(http, "/api/v1/payment-methods", Map.of("currency", "GBP"), deadline)),
                address -> new PaymentMethodsClient(Contract.neighbour("payments", address))
                        .in("GBP")
                        .toCompletableFuture()
                        .join());
    }
}
