package dev.covenant.chaos.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.covenant.chaos.schedule.Blow;
import dev.covenant.chaos.schedule.Target;
import dev.covenant.devstack.DevstackException;

/** All experiments there are. */
public final class Experiments {
    private static final List<Experiment> ALL = List.of(
            new DigitalOrders(),
            new OtherCallers(),
            new CheckoutPage(Target.INVENTORY, "stock", "stock"),
            new CheckoutPage(Target.PAYMENTS, "paymentMethods", "the ways to pay"),
            new Recovery(Blow.KILL, Target.ORDERS),
            new Recovery(Blow.KILL, Target.INVENTORY),
            new Recovery(Blow.KILL, Target.PAYMENTS),
            new Recovery(Blow.PAUSE, Target.ORDERS),
            new Recovery(Blow.CRASH, Target.POSTGRESQL),
            new Recovery(Blow.DOWN, Target.PROVIDER),
            new Recovery(Blow.DOWN, Target.ISSUER),
            new Recovery(Blow.DELAY, Target.ORDERS_TO_INVENTORY),
            new Recovery(Blow.STALL, Target.ORDERS_TO_PAYMENTS),
            new Recovery(Blow.RESET, Target.ORDERS_TO_POSTGRESQL),
            new Recovery(Blow.SWALLOW, Target.PAYMENTS_TO_PROVIDER),
            new Recovery(Blow.LOST_ANSWER, Target.ORDERS_TO_PAYMENTS),
            new Recovery(Blow.LATE_REQUEST, Target.ORDERS_TO_INVENTORY));

    private Experiments() {}

    public static List<Experiment> all() {
        return ALL;
    }

    /** @param names of them, or "all"; the message of the exception names those there are */
    public static List<Experiment> named(Collection<String> names) {
        if (names.contains("all")) {
            return ALL;
        }
        var chosen = new ArrayList<Experiment>();
        for (var name : names) {
            chosen.add(ALL.stream()
                    .filter(experiment -> experiment.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new DevstackException("There is no experiment \"%s\". There are: %s."
                            .formatted(
                                    name,
                                    Stream.concat(Stream.of("all"), ALL.stream().map(Experiment::name))
                                            .collect(Collectors.joining(", "))))));
        }
        return chosen;
    }
}
