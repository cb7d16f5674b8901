package dev.covenant.orders.client.inventory;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;

import dev.covenant.orders.catalogue.ProductKind;
import dev.covenant.orders.checkout.StepAnswer;
import dev.covenant.orders.client.Contract;
import dev.covenant.orders.order.PricedLine;

import static dev.covenant.orders.client.Contract.answers;
import static dev.covenant.orders.client.Contract.command;

/** The interactions of the contract with inventory that are commands, each met by the real client. */
final class ReservationCommands {
    static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
    static final String PATH = "/api/v1/reservations/" + ID;
    static final Map<String, ?> RESERVATION = Map.of("reservationId", ID.toString(), "sku", "MUG-BLUE", "quantity", 2);

    private static final Contract INVENTORY = Contract.with("inventory");
    private static final List<PricedLine> TWO_MUGS =
            List.of(new PricedLine("MUG-BLUE", "Blue mug", ProductKind.PHYSICAL, 2, 1290));
    private static final Instant LATER = Instant.parse("2030-01-01T00:10:00Z");

    private ReservationCommands() {}

    static StepAnswer reserve(
            String description,
            String state,
            Map<String, ?> parameters,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        // Holds are short: the provider puts a time of its own here when it verifies.
        return reserve(
                description,
                state,
                parameters,
                LATER,
                body -> body.valueFromProviderState("expiresAt", "${expiresAt}", LATER.toString()),
                answer);
    }

    /** Until this very time, whatever the provider's clock says. */
    static StepAnswer reserveUntil(
            Instant expiresAt, String description, Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return reserve(
                description,
                "stock",
                stock(10),
                expiresAt,
                body -> body.stringValue("expiresAt", expiresAt.toString()),
                answer);
    }

    private static StepAnswer reserve(
            String description,
            String state,
            Map<String, ?> parameters,
            Instant expiresAt,
            Consumer<LambdaDslObject> end,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return INVENTORY.interaction(
                description,
                state,
                parameters,
                http -> answer.apply(command(http, "PUT", PATH, body -> {
                    end.accept(body);
                    body.array(
                            "lines",
                            lines -> lines.object(
                                    line -> line.stringValue("sku", "MUG-BLUE").numberValue("quantity", 2)));
                })),
                address -> {
                    var client = client(address);
                    return join(client.reserve(ID, client.reservationOf(TWO_MUGS, expiresAt)));
                });
    }

    static StepAnswer commit(
            String description,
            String state,
            Map<String, ?> parameters,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> request,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return INVENTORY.interaction(
                description,
                state,
                parameters,
                http -> answer.apply(request.apply(http)),
                address -> join(client(address).commit(ID)));
    }

    static StepAnswer post(
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

    static HttpInteractionBuilder held(HttpInteractionBuilder http) {
        return answers(http, 200, body -> body.stringMatcher("state", "HELD|COMMITTED", "HELD"));
    }

    /** The client reads nothing of the answer but that it is JSON: a page of somebody's on the way is no answer. */
    static HttpInteractionBuilder settled(HttpInteractionBuilder http) {
        return http.willRespondWith(response -> response.status(200).header("Content-Type", "application/json"));
    }

    static HttpInteractionBuilder oneIsLeft(HttpInteractionBuilder http) {
        return problem(
                http,
                "insufficient-stock",
                body -> body.array(
                        "shortages",
                        shortages -> shortages.object(shortage ->
                                shortage.stringValue("sku", "MUG-BLUE").numberValue("available", 1))));
    }

    static HttpInteractionBuilder problem(HttpInteractionBuilder http, String name) {
        return problem(http, name, body -> {});
    }

    private static HttpInteractionBuilder problem(
            HttpInteractionBuilder http, String name, Consumer<LambdaDslObject> members) {
        return answers(http, 409, body -> members.accept(body.stringValue("type", "urn:covenant:problem:" + name)));
    }

    static StepAnswer notHeld(String type) {
        return refused(type, "The stock could not be held long enough. Nothing was charged.");
    }

    static StepAnswer refused(String type, String detail) {
        return new StepAnswer.Refused(type, detail);
    }

    static Map<String, ?> stock(int onHand) {
        return Map.of("sku", "MUG-BLUE", "onHand", onHand, "reserved", 0);
    }

    private static InventoryClient client(URI address) {
        return new InventoryClient(Contract.neighbour("inventory", address));
    }

    private static StepAnswer join(CompletionStage<StepAnswer> answer) {
        return answer.toCompletableFuture().join();
    }

    interface Command {
        CompletionStage<StepAnswer> send(InventoryClient client, UUID id);
    }
}
