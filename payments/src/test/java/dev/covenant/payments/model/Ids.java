package dev.covenant.payments.model;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.covenant.chassis.ids.UuidV7;

/** The ids that one run gives to the model's numbers. */
record Ids(List<UUID> payments, List<UUID> refunds) {
    /** So that no two runs meet. */
    static Ids fresh() {
        return new Ids(some(RandomCommands.PAYMENTS), some(RandomCommands.REFUNDS));
    }

    UUID payment(int number) {
        return payments.get(number);
    }

    UUID refund(int number) {
        return refunds.get(number);
    }

    /** A text about one payment, with the model's names in the place of ids; any other payment's id stays, and stands out. */
    String named(String text, int payment) {
        var named = text.replace(payment(payment).toString(), "p");
        for (var refund = 0; refund < refunds.size(); refund++) {
            named = named.replace(refund(refund).toString(), "r" + refund);
        }
        return named;
    }

    private static List<UUID> some(int count) {
        return Stream.generate(UuidV7::next).limit(count).toList();
    }
}
