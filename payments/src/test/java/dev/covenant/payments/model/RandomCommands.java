package dev.covenant.payments.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes sequences of commands in which commands meet: few payments, few refunds, few amounts, and the same again. */
record RandomCommands(RandomGenerator random) {
    static final int PAYMENTS = 2;
    static final int REFUNDS = 3;
    static final int CLIENTS = 2;

    private static final int LONGEST = 14;
    private static final List<String> TOKENS = List.of(
            "tok_approve",
            "tok_approve",
            "tok_approve",
            "tok_approve",
            "tok_slow_20",
            "tok_decline_insufficient_funds",
            "tok_decline_card_expired",
            "tok_of_nobody",
            "tok_refuse_capture",
            "tok_refuse_refund");
    private static final List<Long> AMOUNTS = List.of(1L, 100L, 100L, 250L);
    private static final List<Long> PARTS = List.of(1L, 30L, 70L, 100L, 101L, 250L);

    List<Command> next() {
        var length = random.nextInt(1, LONGEST + 1);
        var commands = new ArrayList<Command>();
        while (commands.size() < length) {
            commands.add(commands.isEmpty() || !chance(10) ? command() : commands.get(random.nextInt(commands.size())));
        }
        return commands;
    }

    private Command command() {
        var client = chance(8) ? 1 : 0;
        var payment = chance(25) ? 1 : 0;
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> new Command.Authorize(client, payment, one(AMOUNTS), currency(), token());
            case 5, 6, 7, 8 -> new Command.Capture(client, payment);
            case 9, 10 -> new Command.Cancel(client, payment);
            case 11 -> new Command.Find(client, payment);
            default -> new Command.Refund(client, payment, random.nextInt(REFUNDS), chance(20) ? null : one(PARTS));
        };
    }

    /** One that is never answered takes its time, so it is rare. */
    private String token() {
        return chance(4) ? "tok_no_answer" : one(TOKENS);
    }

    private String currency() {
        if (chance(3)) {
            return "JPY";
        }
        return chance(5) ? "USD" : "EUR";
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
