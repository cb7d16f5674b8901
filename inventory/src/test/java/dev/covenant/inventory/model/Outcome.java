package dev.covenant.inventory.model;

import java.util.function.Function;

import dev.covenant.inventory.model.World.Moved;
import dev.covenant.inventory.reservation.ReservationState;

import static dev.covenant.inventory.reservation.ReservationState.COMMITTED;
import static dev.covenant.inventory.reservation.ReservationState.EXPIRED;
import static dev.covenant.inventory.reservation.ReservationState.HELD;
import static dev.covenant.inventory.reservation.ReservationState.RELEASED;
import static dev.covenant.inventory.reservation.ReservationState.RETURNED;

/**
 * What a command comes to.
 *
 * @param answer status and content, or status and problem
 */
record Outcome(String answer, World after) {
    static final String NO_ANSWER = "";

    private static final String UNKNOWN = "404 reservation-not-found";

    /** What the model says of one command in one world: the promises of the API, each in a line. */
    static Outcome of(Command command, World world) {
        return switch (command) {
            case Command.Move move -> move(move, world);
            case Command.Reserve request -> reserve(request, world);
            case Command.Commit(var client, var number) ->
                ofOwn(client, number, world, claim -> commit(number, claim, world));
            case Command.Release(var client, var number) ->
                ofOwn(client, number, seen(client, number, RELEASED, world), claim -> release(number, claim, world));
            case Command.TakeBack(var client, var number) ->
                ofOwn(client, number, seen(client, number, RETURNED, world), claim -> takeBack(number, claim, world));
            case Command.Find(var client, var number) ->
                ofOwn(client, number, world, claim -> new Outcome(claim.view(number), world));
            case Command.Look(var sku) -> new Outcome(look(sku, world), world);
            case Command.LookInside(var sku) -> new Outcome(lookInside(sku, world), world);
            case Command.LookAround() -> new Outcome(lookAround(world), world);
            case Command.TimePasses(var number) -> timePasses(number, HELD, world);
            case Command.Sweep(var number) -> timePasses(number, EXPIRED, world);
        };
    }

    private static Outcome move(Command.Move move, World world) {
        if (move.type().equals("RECEIPT") && move.quantity() < 1) {
            return new Outcome("400 invalid-request", world);
        }
        var before = world.movement(move.movement());
        if (before.isPresent()) {
            return new Outcome(moveAgain(move, before.get()), world);
        }
        var left = world.onHand(move.sku()) + move.quantity();
        var leftThere = world.onHand(move.sku(), move.warehouse()) + move.quantity();
        var fits = move.type().equals("RECEIPT")
                || world.knows(move.sku(), move.warehouse()) && leftThere >= 0 && left >= world.reserved(move.sku());
        var moved = new Moved(move, fits);
        return new Outcome(moveAgain(move, moved), world.with(moved));
    }

    private static String moveAgain(Command.Move move, Moved before) {
        if (before.asked().client() != move.client()) {
            return "404 movement-not-found";
        }
        if (!before.asked().equals(move)) {
            return "422 id-reused";
        }
        return before.applied()
                ? "200 m%d %s %s %d %s"
                        .formatted(move.movement(), move.sku(), move.type(), move.quantity(), move.warehouse())
                : "409 stock-out-of-range";
    }

    private static Outcome reserve(Command.Reserve request, World world) {
        var before = world.claim(request.reservation());
        if (before.isPresent()) {
            return new Outcome(reserveAgain(request, before.get()), world);
        }
        var swept = world.sweptFor(request.lines());
        var shortages = swept.shortages(request.lines());
        var claim = shortages.isEmpty() ? Claim.held(request) : Claim.refused(request, shortages);
        return new Outcome(reserveAgain(request, claim), swept.with(request.reservation(), claim));
    }

    private static String reserveAgain(Command.Reserve request, Claim before) {
        if (before.client() != request.client()) {
            return UNKNOWN;
        }
        if (!before.answers(request)) {
            return "422 id-reused";
        }
        return switch (before.state()) {
            case HELD, COMMITTED -> before.view(request.reservation());
            case REFUSED -> "409 insufficient-stock " + before.shortages();
            case RELEASED, RETURNED -> "409 reservation-released";
            case EXPIRED -> "409 reservation-expired";
        };
    }

    private static Outcome commit(int number, Claim claim, World world) {
        return switch (claim.state()) {
            case HELD -> shown(number, claim.leaving(world.picks(claim)), world);
            case COMMITTED -> shown(number, claim, world);
            case RELEASED, RETURNED -> new Outcome("409 reservation-released", world);
            case EXPIRED -> new Outcome("409 reservation-expired", world);
            case REFUSED -> new Outcome("409 reservation-refused", world);
        };
    }

    private static Outcome release(int number, Claim claim, World world) {
        return switch (claim.state()) {
            case HELD -> shown(number, claim.become(RELEASED), world);
            case COMMITTED -> new Outcome("409 reservation-committed", world);
            case RELEASED, RETURNED, EXPIRED, REFUSED -> shown(number, claim, world);
        };
    }

    private static Outcome takeBack(int number, Claim claim, World world) {
        return switch (claim.state()) {
            case COMMITTED -> shown(number, claim.become(RETURNED), world);
            case HELD -> new Outcome("409 reservation-not-committed", world);
            case RELEASED, RETURNED, EXPIRED, REFUSED -> shown(number, claim, world);
        };
    }

    private static String look(String sku, World world) {
        var onHand = world.onHand(sku);
        var reserved = world.reserved(sku);
        return world.knows(sku)
                ? "%s %d - %d = %d".formatted(sku, onHand, reserved, onHand - reserved)
                : "404 unknown-sku";
    }

    private static String lookInside(String sku, World world) {
        return world.knows(sku) ? world.places(sku).toString() : "404 unknown-sku";
    }

    private static String lookAround(World world) {
        return RandomCommands.SKUS.stream()
                .filter(world::knows)
                .map(sku -> look(sku, world))
                .toList()
                .toString();
    }

    private static Outcome timePasses(int number, ReservationState then, World world) {
        return world.claim(number)
                .filter(claim -> claim.is(HELD))
                .map(claim -> new Outcome(
                        NO_ANSWER, world.with(number, claim.become(then).withTimeOver())))
                .orElse(new Outcome(NO_ANSWER, world));
    }

    /** An undo of something never seen is remembered. */
    private static World seen(int client, int number, ReservationState undone, World world) {
        return world.claim(number).isPresent() ? world : world.with(number, Claim.undoneUnseen(client, undone));
    }

    private static Outcome ofOwn(int client, int number, World world, Function<Claim, Outcome> outcome) {
        return world.claim(number)
                .filter(claim -> claim.client() == client)
                .map(outcome)
                .orElse(new Outcome(UNKNOWN, world));
    }

    private static Outcome shown(int number, Claim claim, World world) {
        return new Outcome(claim.view(number), world.with(number, claim));
    }
}
