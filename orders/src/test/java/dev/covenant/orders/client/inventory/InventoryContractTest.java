package dev.covenant.orders.client.inventory;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import org.junit.jupiter.api.Test;

import dev.covenant.orders.catalogue.ProductKind;
import dev.covenant.orders.checkout.StepAnswer;
import dev.covenant.orders.client.Contract;
import dev.covenant.orders.order.PricedLine;

import static dev.covenant.orders.client.Contract.answers;
import static dev.covenant.orders.client.Contract.command;
import static dev.covenant.orders.client.Contract.question;
import static org.assertj.core.api.Assertions.assertThat;

/** What the checkout needs of inventory, as the contract that inventory verifies. */
class InventoryContractTest {
    private static final Contract INVENTORY = Contract.with("inventory");
    private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final String PATH = "/api/v1/reservations/" + ID;
    private static final Map<String, ?> RESERVATION =
            Map.of("reservationId", ID.toString(), "sku", "MUG-BLUE", "quantity", 2);
    private static final List<PricedLine> TWO_MUGS =
            List.of(new PricedLine("MUG-BLUE", "Blue mug", ProductKind.PHYSICAL, 2, 1290));
    private static final String LONG = "1950";
    private static final StepAnswer DONE = new StepAnswer.Done();

    @Test
    void reservesWhatIsThere() {
        assertThat(reserve("a request to reserve stock that is there", "stock", stock(10), this::held))
                .isEqualTo(DONE);
    }

    @Test
    void learnsWhatIsShort() {
        var answer = reserve(
                "a request to reserve more than is there",
                "stock",
                stock(1),
                http -> problem(
                        http,
                        "insufficient-stock",
                        body -> body.array(
                                "shortages",
                                shortages -> shortages.object(shortage ->
                                        shortage.stringValue("sku", "MUG-BLUE").numberValue("available", 1)))));
        assertThat(answer).isEqualTo(refused("insufficient-stock", "Not enough stock: MUG-BLUE (1 left)."));
    }

    @Test
    void learnsThatTheReservationWasReleasedBeforeItCame() {
        assertNotHeld(
                reserve(
                        "a request to reserve what was released before",
                        "a released reservation",
                        RESERVATION,
                        http -> problem(http, "reservation-released")),
                "reservation-released");
    }

    @Test
    void learnsThatTheHoldHadExpiredWhenAskedAgain() {
        assertNotHeld(
                reserve(
                        "a repeated request to reserve what has expired",
                        "an expired reservation",
                        RESERVATION,
                        http -> problem(http, "reservation-expired")),
                "reservation-expired");
    }

    @Test
    void commitsAHeldReservation() {
        assertThat(post("commit", "a held reservation", this::settled, InventoryClient::commit))
                .isEqualTo(DONE);
    }

    @Test
    void learnsAtCommitThatTheHoldHasExpired() {
        assertNotHeld(
                post(
                        "commit",
                        "an expired reservation",
                        http -> problem(http, "reservation-expired"),
                        InventoryClient::commit),
                "reservation-expired");
    }

    @Test
    void learnsAtCommitThatTheReservationWasReleased() {
        assertNotHeld(
                post(
                        "commit",
                        "a released reservation",
                        http -> problem(http, "reservation-released"),
                        InventoryClient::commit),
                "reservation-released");
    }

    @Test
    void releasesAHeldReservation() {
        assertThat(post("release", "a held reservation", this::settled, InventoryClient::release))
                .isEqualTo(DONE);
    }

    @Test
    void releasesAReservationThatNeverCame() {
        assertThat(post("release", "no reservation", this::settled, InventoryClient::release))
                .isEqualTo(DONE);
    }

    @Test
    void learnsThatACommittedReservationIsNotReleased() {
        assertThat(post(
                        "release",
                        "a committed reservation",
                        http -> problem(http, "reservation-committed"),
                        InventoryClient::release))
                .isEqualTo(refused("reservation-committed", "The reservation is committed."));
    }

    @Test
    void returnsACommittedReservation() {
        assertThat(post("return", "a committed reservation", this::settled, InventoryClient::takeBack))
                .isEqualTo(DONE);
    }

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
        var levels =
                stockOf("a question for stock that comes too late", "stock", stock(10), "5", Contract::isUnavailable);
        assertThat(levels).isEmpty();
    }

    @Test
    void learnsNothingOfTheStockWhenItsTokenIsRefused() {
        var levels = stockOf(
                "a question for stock with a token that is refused",
                "the token of orders is refused",
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

    private static StepAnswer reserve(
            String description,
            String state,
            Map<String, ?> parameters,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return INVENTORY.interaction(
                description,
                state,
                parameters,
                http -> answer.apply(command(http, "PUT", PATH, body -> body
                        // Holds are short: the provider puts a time of its own here when it verifies.
                        .valueFromProviderState("expiresAt", "${expiresAt}", "2030-01-01T00:10:00Z")
                        .array(
                                "lines",
                                lines -> lines.object(line ->
                                        line.stringValue("sku", "MUG-BLUE").numberValue("quantity", 2))))),
                address -> {
                    var client = client(address);
                    return join(
                            client.reserve(ID, client.reservationOf(TWO_MUGS, Instant.parse("2030-01-01T00:10:00Z"))));
                });
    }

    private static StepAnswer post(
            String verb,
            String state,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer,
            Command command) {
        return INVENTORY.interaction(
                "a request to %s (%s)".formatted(verb, state),
                state,
                RESERVATION,
                http -> answer.apply(command(http, "POST", PATH + "/" + verb, null)),
                address -> join(command.send(client(address), ID)));
    }

    private HttpInteractionBuilder held(HttpInteractionBuilder http) {
        return answers(http, 200, body -> body.stringMatcher("state", "HELD|COMMITTED", "HELD"));
    }

    /** The client reads nothing of the answer but its status. */
    private HttpInteractionBuilder settled(HttpInteractionBuilder http) {
        return http.willRespondWith(response -> response.status(200));
    }

    private static HttpInteractionBuilder problem(HttpInteractionBuilder http, String name) {
        return problem(http, name, body -> {});
    }

    private static HttpInteractionBuilder problem(
            HttpInteractionBuilder http, String name, Consumer<LambdaDslObject> members) {
        return answers(http, 409, body -> members.accept(body.stringValue("type", "urn:covenant:problem:" + name)));
    }

    private static void assertNotHeld(StepAnswer answer, String type) {
        assertThat(answer).isEqualTo(refused(type, "The stock could not be held long enough. Nothing was charged."));
    }

    private static StepAnswer refused(String type, String detail) {
        return new StepAnswer.Refused(type, detail);
    }

    private static Map<String, ?> stock(int onHand) {
        return Map.of("sku", "MUG-BLUE", "onHand", onHand, "reserved", 0);
    }

    private static InventoryClient client(URI address) {
        return new InventoryClient(Contract.neighbour("inventory", address));
    }

    private static StepAnswer join(CompletionStage<StepAnswer> answer) {
        return answer.toCompletableFuture().join();
    }

    private interface Command {
        CompletionStage<StepAnswer> send(InventoryClient client, UUID id);
    }
}
