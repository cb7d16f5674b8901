package dev.covenant.inventory.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

import dev.covenant.inventory.model.Command.End;

/**
 * Makes sequences of commands in which commands meet: few SKUs, few ids, few pieces, and the same again.
 *
 * @param withSweeper whether a sweeper runs, and so no hold stays HELD for long after its end
 */
record RandomCommands(RandomGenerator random, boolean withSweeper) {
    static final List<String> SKUS = List.of("A", "B", "C");
    static final int CLIENTS = 2;
    static final int MOVEMENTS = 5;
    static final int RESERVATIONS = 3;

    private static final int LONGEST = 14;

    List<Command> next() {
        var length = random.nextInt(1, LONGEST + 1);
        // Without stock nothing happens.
        var commands = new ArrayList<Command>(List.of(move(0)));
        while (commands.size() < length) {
            commands.add(chance(12) ? commands.get(random.nextInt(commands.size())) : command());
        }
        return commands;
    }

    private Command command() {
        var client = chance(6) ? 1 : 0;
        var reservation = random.nextInt(RESERVATIONS);
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> move(client);
            case 4, 5, 6, 7, 8, 9 -> new Command.Reserve(client, reservation, lines(), end());
            case 10, 11, 12 -> new Command.Commit(client, reservation);
            case 13, 14 -> new Command.Release(client, reservation);
            case 15, 16 -> new Command.TakeBack(client, reservation);
            case 17 -> chance(50) ? new Command.Find(client, reservation) : new Command.LookInside(sku());
            default -> withSweeper ? new Command.Sweep(reservation) : new Command.TimePasses(reservation);
        };
    }

    private Command.Move move(int client) {
        var receipt = chance(75);
        var quantity = receipt ? random.nextInt(1, 8) : random.nextInt(-4, 5);
        // An adjustment by nothing is no request; a receipt of less than nothing is a bad one.
        return new Command.Move(
                client,
                random.nextInt(MOVEMENTS),
                sku(),
                receipt ? "RECEIPT" : "ADJUSTMENT",
                receipt && chance(3) ? -quantity : quantity == 0 ? 1 : quantity,
                chance(60) ? "MAIN" : chance(50) ? "EAST" : "NORTH");
    }

    private TreeMap<String, Long> lines() {
        var lines = new TreeMap<String, Long>();
        lines.put(sku(), random.nextLong(1, 6));
        if (chance(50)) {
            lines.put(sku(), random.nextLong(1, 6));
        }
        return lines;
    }

    private String sku() {
        return chance(10) ? "C" : SKUS.get(random.nextInt(2));
    }

    private End end() {
        return !withSweeper && chance(30) ? End.OVER : End.SOON;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
