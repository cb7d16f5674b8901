package dev.covenant.inventory.model;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.api.v1.ReservationLine;
import dev.covenant.inventory.model.Command.End;
import dev.covenant.inventory.testing.Answer;
import dev.covenant.inventory.testing.Inventory;

import static org.awaitility.Awaitility.await;

/** The real thing: commands go over HTTP, time passes in its database. For one thread. */
final class Service implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Duration SWEEPER_LIMIT = Duration.ofSeconds(30);

    private final List<Inventory> clients;
    private final Handle database;

    Service(ServerUnderTest server) {
        clients = IntStream.range(0, RandomCommands.CLIENTS)
                .mapToObj(number -> Inventory.as("client-" + number, server))
                .toList();
        database = Jdbi.create(server.owner()).open();
    }

    /** What it answers: status and content, or status and problem. */
    String answer(Command command, Names names) {
        return names.named(
                switch (command) {
                    case Command.Move(var client, var number, var sku, var type, var quantity, var warehouse) ->
                        movement(clients.get(client)
                                .move(names.sku(sku), names.movement(number), type, quantity, warehouse));
                    case Command.Reserve request -> reservation(reserve(request, names));
                    case Command.Commit(var client, var number) ->
                        reservation(clients.get(client).commit(names.reservation(number)));
                    case Command.Release(var client, var number) ->
                        reservation(clients.get(client).release(names.reservation(number)));
                    case Command.TakeBack(var client, var number) ->
                        reservation(clients.get(client).takeBack(names.reservation(number)));
                    case Command.Find(var client, var number) ->
                        reservation(clients.get(client).show(names.reservation(number)));
                    case Command.Look(var sku) -> level(clients.getFirst().look(names.sku(sku)));
                    case Command.LookInside(var sku) ->
                        inside(clients.getFirst().inside(names.sku(sku)));
                    case Command.LookAround() ->
                        levels(clients.getFirst().look(names.skus().values()));
                    case Command.TimePasses(var number) -> timePasses(names.reservation(number));
                    case Command.Sweep(var number) -> sweep(names.reservation(number));
                });
    }

    @Override
    public void close() {
        database.close();
    }

    private Answer reserve(Command.Reserve request, Names names) {
        var lines = request.lines().entrySet().stream()
                .map(line -> Inventory.line(names.sku(line.getKey()), line.getValue()))
                .toArray(ReservationLine[]::new);
        var end = request.end() == End.SOON ? Inventory.SOON : Inventory.OVER;
        return clients.get(request.client()).reserve(names.reservation(request.reservation()), end, lines);
    }

    private String timePasses(UUID reservation) {
        database.createUpdate("UPDATE reservation SET expires_at = :over WHERE reservation_id = :id AND state = 'HELD'")
                .bind("over", Inventory.OVER)
                .bind("id", reservation)
                .execute();
        return Outcome.NO_ANSWER;
    }

    private String sweep(UUID reservation) {
        timePasses(reservation);
        await().pollInterval(BETWEEN_LOOKS).atMost(SWEEPER_LIMIT).until(() -> !isHeld(reservation));
        return Outcome.NO_ANSWER;
    }

    private boolean isHeld(UUID reservation) {
        return database.createQuery(
                        "SELECT EXISTS (SELECT FROM reservation WHERE reservation_id = :id AND state = 'HELD')")
                .bind("id", reservation)
                .mapTo(Boolean.class)
                .one();
    }

    private static String movement(Answer answer) {
        var body = answer.json();
        return answer.status() != 200
                ? answer.problem()
                : "200 %s %s %s %d %s"
                        .formatted(
                                text(body, "movementId"),
                                text(body, "sku"),
                                text(body, "type"),
                                body.get("quantity").asLong(),
                                text(body, "warehouse"));
    }

    private static String reservation(Answer answer) {
        var body = answer.json();
        var shortages = StreamSupport.stream(body.path("shortages").spliterator(), false)
                .map(line -> "%s wanted %d left %d"
                        .formatted(
                                text(line, "sku"),
                                line.get("requested").asLong(),
                                line.get("available").asLong()))
                .toList();
        if (answer.status() != 200) {
            return shortages.isEmpty() ? answer.problem() : answer.problem() + " " + shortages;
        }
        var lines = new TreeMap<String, Long>();
        body.get("lines")
                .forEach(line ->
                        lines.put(text(line, "sku"), line.get("quantity").asLong()));
        return "200 %s %s until %s %s %s"
                .formatted(text(body, "reservationId"), text(body, "state"), text(body, "expiresAt"), lines, shortages);
    }

    private static String level(Answer answer) {
        return answer.status() == 200 ? level(answer.json()) : answer.problem();
    }

    private static String inside(Answer answer) {
        return answer.status() == 200 ? Inventory.places(answer).toString() : answer.problem();
    }

    private static String levels(Answer answer) {
        return StreamSupport.stream(answer.json().get("items").spliterator(), false)
                .map(Service::level)
                .toList()
                .toString();
    }

    private static String level(JsonNode body) {
        return "%s %d - %d = %d"
                .formatted(
                        text(body, "sku"),
                        body.get("onHand").asLong(),
                        body.get("reserved").asLong(),
                        body.get("available").asLong());
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asString("null");
    }
}
