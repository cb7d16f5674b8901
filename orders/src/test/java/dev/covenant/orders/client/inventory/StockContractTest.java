package dev.covenant.orders.client.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import org.junit.jupiter.api.Test;

import dev.covenant.orders.client.Contract;

import static dev.covenant.orders.client.Contract.answers;
import static dev.covenant.orders.client.Contract.question;
import static org.assertj.core.api.Assertions.assertThat;

/** What the checkout page needs of inventory. */
class StockContractTest {
    private static final Contract INVENTORY = Contract.with("inventory");
    private static final String LONG = "1950";

    @Test
    void learnsWhatIsAvailableOfManyProductsAtOnce() {
        var levels = stockOf(
                "a question for the stock of two products, one of them unknown",
                "stock",
                Map.of("sku", "MUG-BLUE", "onHand", 10, "reserved", 3),
                LONG,
                http -> answers(
                        http,
                        200,
                        body -> body.array(
                                "items",
                                items -> items.object(item ->
                                        item.stringValue("sku", "MUG-BLUE").numberValue("available", 7)))));
        assertThat(levels).hasValue(Map.of("MUG-BLUE", 7L, "NEVER-SEEN", 0L));
    }

    @Test
    void learnsNothingOfTheStockWhenThereIsNoTimeToAnswer() {
        var levels = stockOf(
                "a question for stock that comes too late",
                "stock",
                Map.of("sku", "MUG-BLUE", "onHand", 10, "reserved", 0),
                "5",
                Contract::isUnavailable);
        assertThat(levels).isEmpty();
    }

    @Test
    void learnsNothingOfTheStockWhenItsTokenIsRefused() {
        var levels = stockOf(
                "a question for stock with a token that is refused",
                "the consumer's token is refused",
                Map.of(),
                LONG,
                Contract::refusesTheToken);
        assertThat(levels).isEmpty();
    }

    private static Optional<Map<String, Long>> stockOf(
            String description,
            String state,
            Map<String, ?> parameters,
            String deadline,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return INVENTORY.interaction(
                description,
                state,
                parameters,
                http -> answer.apply(
                        question(http, "/api/v2/stock", Map.of("sku", List.of("MUG-BLUE", "NEVER-SEEN")), deadline)),
                address -> new StockClient(Contract.neighbour("inventory", address))
                        .available(Set.of("NEVER-SEEN", "MUG-BLUE"))
                        .toCompletableFuture()
                        .join());
    }
}
