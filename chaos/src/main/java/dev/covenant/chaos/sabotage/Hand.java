package dev.covenant.chaos.sabotage;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.covenant.chaos.ChaosStack;
import dev.covenant.chaos.schedule.Strike;
import dev.covenant.chaos.schedule.Target;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.faults.Fault;
import dev.covenant.devstack.faults.FaultProxy;
import dev.covenant.devstack.faults.HeldMessage;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.stack.Part;

/** What a strike does, and how it is taken back. Strikes at different targets may be made at the same time. */
public final class Hand {
    private static final Duration DELAY = Duration.ofMillis(300);
    private static final int MESSAGES = 4;
    private static final int STARTS = 5;
    private static final String ANY_COMMAND = "(PUT|POST) .+";
    /**
     * What may be undone or done before it arrives: orders, reservations, authorizations, what payments asks the provider for, and what it
     * tells orders.
     */
    private static final String FORWARD =
            "POST /api/v1/orders|PUT /(api/v1/reservations|api/v1/payments|api/v1/payment-outcomes|charges)/[^/]+";

    private final ChaosStack chaos;

    public Hand(ChaosStack chaos) {
        this.chaos = chaos;
    }

    /** Makes the strike. What it answers takes it back, and returns when what was struck is ready. */
    public Runnable strike(Strike strike) {
        var target = strike.target();
        return switch (strike.blow()) {
            case KILL, DOWN -> {
                process(target).kill();
                yield () -> revive(target);
            }
            case PAUSE -> {
                var process = process(target);
                process.pause();
                yield process::resume;
            }
            case CRASH -> {
                chaos.stack().postgres().kill();
                yield () -> chaos.stack().restart(Part.POSTGRESQL);
            }
            case DELAY -> inject(target, new Fault.Delay(DELAY));
            case STALL -> inject(target, new Fault.Stall());
            case RESET -> inject(target, new Fault.Reset());
            case SWALLOW -> inject(target, new Fault.HalfOpen());
            case LOST_ANSWER -> {
                messages(() -> link(target).dropAnswer(ANY_COMMAND));
                yield link(target)::clear;
            }
            case LATE_REQUEST -> {
                var held = messages(() -> link(target).holdRequest(FORWARD));
                yield () -> {
                    held.forEach(HeldMessage::release);
                    link(target).clear();
                };
            }
        };
    }

    /** Whatever is still struck is no more; what does not run is started. */
    public void heal() {
        chaos.clearLinks();
        if (chaos.stack().postgres().process().isEmpty()) {
            chaos.stack().restart(Part.POSTGRESQL);
        }
        Stream.of(Target.values())
                .filter(Hand::isProcess)
                .filter(target -> !process(target).isAlive())
                .forEach(this::revive);
    }

    /** As a supervisor does: what ends while it starts, because the database is away for example, is started again. */
    private void revive(Target target) {
        for (int left = STARTS - 1; ; left--) {
            try {
                start(target);
                return;
            } catch (DevstackException e) {
                if (left == 0
                        || process(target).isAlive()
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    private void start(Target target) {
        if (target == Target.ORDERS_2) {
            chaos.startSecond();
        } else {
            chaos.stack().restart(part(target));
        }
    }

    private Runnable inject(Target target, Fault fault) {
        var link = link(target);
        link.inject(fault);
        return link::heal;
    }

    private static List<HeldMessage> messages(Supplier<HeldMessage> rule) {
        return Stream.generate(rule).limit(MESSAGES).toList();
    }

    private ChildProcess process(Target target) {
        return target == Target.ORDERS_2
                ? chaos.second().process()
                : chaos.stack().process(part(target));
    }

    private static boolean isProcess(Target target) {
        return target.compareTo(Target.ORDERS_TO_INVENTORY) < 0 && target != Target.POSTGRESQL;
    }

    private static Part part(Target target) {
        return switch (target) {
            case ORDERS -> Part.ORDERS;
            case INVENTORY -> Part.INVENTORY;
            case PAYMENTS -> Part.PAYMENTS;
            case PROVIDER -> Part.PROVIDER;
            case ISSUER -> Part.ISSUER;
            default -> throw new IllegalArgumentException(target + " is no process of the stack's own");
        };
    }

    private FaultProxy link(Target target) {
        var stack = chaos.stack();
        return switch (target) {
            case ORDERS_TO_INVENTORY -> stack.link(Part.ORDERS, Part.INVENTORY);
            case ORDERS_TO_PAYMENTS -> stack.link(Part.ORDERS, Part.PAYMENTS);
            case ORDERS_TO_ISSUER -> stack.link(Part.ORDERS, Part.ISSUER);
            case PAYMENTS_TO_PROVIDER -> stack.link(Part.PAYMENTS, Part.PROVIDER);
            case PAYMENTS_TO_ORDERS -> stack.link(Part.PAYMENTS, Part.ORDERS);
            case ORDERS_TO_POSTGRESQL -> stack.link(Part.ORDERS, Part.POSTGRESQL);
            case INVENTORY_TO_POSTGRESQL -> stack.link(Part.INVENTORY, Part.POSTGRESQL);
            case PAYMENTS_TO_POSTGRESQL -> stack.link(Part.PAYMENTS, Part.POSTGRESQL);
            default -> chaos.ownLink(target);
        };
    }
}
