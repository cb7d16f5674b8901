package dev.covenant.orders.client.inventory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import tools.jackson.databind.JsonNode;

import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.json.Json;
import dev.covenant.orders.checkout.Inventory;
import dev.covenant.orders.checkout.StepAnswer;
import dev.covenant.orders.client.Answers;
import dev.covenant.orders.client.Answers.ProblemAnswer;
import dev.covenant.orders.client.Neighbour;
import dev.covenant.orders.client.ServiceCall;
import dev.covenant.orders.order.PricedLine;

/** Inventory over its REST API, version 1. */
@ApplicationScoped
class InventoryClient implements Inventory {
    private static final String RESERVATIONS = "/api/v1/reservations/";

    private final ServiceCall inventory;

    @Inject
    InventoryClient(@Named("inventory") Neighbour inventory) {
        this.inventory = inventory.commands();
    }

    @Override
    public boolean isAvailable() {
        return inventory.isAdmitted();
    }

    @Override
    public String reservationOf(List<PricedLine> lines, Instant expiresAt) {
        var wanted = lines.stream()
                .map(line -> new Line(line.sku(), line.quantity()))
                .toList();
        return Json.strict().writeValueAsString(new Request(expiresAt.truncatedTo(ChronoUnit.SECONDS), wanted));
    }

    @Override
    public CompletionStage<StepAnswer> reserve(UUID reservationId, String request) {
        return inventory
                .put(RESERVATIONS + reservationId, request)
                .thenApply(reply -> Answers.read(reply, InventoryClient::held, InventoryClient::notReserved));
    }

    @Override
    public CompletionStage<StepAnswer> commit(UUID reservationId) {
        return inventory
                .post(RESERVATIONS + reservationId + "/commit")
                .thenApply(reply -> settled(reply, InventoryClient::notReserved));
    }

    /** A reservation that was committed after all says so; the checkout returns it then. */
    @Override
    public CompletionStage<StepAnswer> release(UUID reservationId) {
        return inventory
                .post(RESERVATIONS + reservationId + "/release")
                .thenApply(reply -> settled(
                        reply,
                        problem -> problem.name().equals("reservation-committed")
                                ? new StepAnswer.Refused(problem.name(), "The reservation is committed.")
                                : problem.undecided()));
    }

    @Override
    public CompletionStage<StepAnswer> takeBack(UUID reservationId) {
        return inventory
                .post(RESERVATIONS + reservationId + "/return")
                .thenApply(reply -> settled(reply, ProblemAnswer::undecided));
    }

    private static StepAnswer settled(Reply reply, Function<ProblemAnswer, StepAnswer> conflict) {
        return Answers.read(reply, body -> new StepAnswer.Done(), conflict);
    }

    private static StepAnswer held(JsonNode reservation) {
        var state = reservation.path("state").asString("");
        return switch (state) {
            case "HELD", "COMMITTED" -> new StepAnswer.Done();
            default -> new StepAnswer.Unknown("reservation in state " + state);
        };
    }

    private static StepAnswer notReserved(ProblemAnswer problem) {
        return switch (problem.name()) {
            case "insufficient-stock" -> new StepAnswer.Refused(problem.name(), shortages(problem.body()));
            case "reservation-expired", "reservation-released", "reservation-refused" ->
                new StepAnswer.Refused(problem.name(), "The stock could not be held long enough. Nothing was charged.");
            default -> problem.undecided();
        };
    }

    private static String shortages(JsonNode problem) {
        return problem.path("shortages").values().stream()
                .map(line -> "%s (%d left)"
                        .formatted(
                                line.path("sku").asString(),
                                line.path("available").asLong()))
                .collect(Collectors.joining(", ", "Not enough stock: ", "."));
    }

    record Request(Instant expiresAt, List<Line> lines) {}

    record Line(String sku, int quantity) {}
}
