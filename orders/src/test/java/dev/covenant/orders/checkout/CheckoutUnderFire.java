package dev.covenant.orders.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import dev.covenant.chassis.ids.UuidV7;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The checkout of one order while everything that can go wrong does, in an order that chance decides: workers die or are taken for
 * dead and go on, messages and answers get lost or come late, the customer cancels, payments tells an outcome, the deadline passes, the request gives up. When the
 * trouble is over, the books must be right.
 */
final class CheckoutUnderFire {
    private static final int MOST_TROUBLE = 80;
    private static final int LONGEST_CALM = 200;

    private final UUID order = UuidV7.next();
    private final IdempotencyKey key = new IdempotencyKey("ann", order.toString(), "");
    private final List<SagaWorker> workers = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final SagaWorld world;
    private final Random random;
    private final Network network;
    private final FakeInventory inventory;
    private final FakePayments payments;
    private final Neighbours neighbours;
    private final boolean physical;
    private boolean cancelled;
    private boolean givenUp;

    CheckoutUnderFire(SagaWorld world, long seed) {
        this.world = world;
        random = new Random(seed);
        network = new Network(random);
        inventory = new FakeInventory(network, random, () -> world.direction(order));
        payments = new FakePayments(network, random, () -> world.direction(order));
        neighbours = world.neighbours(inventory, payments);
        physical = random.nextInt(4) > 0;
    }

    void run() {
        worksOn(world.place(order, key, physical, inventory, payments));
        var trouble = random.nextInt(MOST_TROUBLE);
        for (var number = 0; number < trouble; number++) {
            somethingHappens();
        }
        comeToRest();
        if (random.nextInt(3) == 0) {
            cancel();
            comeToRest();
        }
        new SagaBooks(world, order, physical, inventory, payments).check(cancelled, givenUp);
    }

    /** What happened, for whoever reads of a failure. */
    List<String> story() {
        return story;
    }

    private void somethingHappens() {
        switch (random.nextInt(64)) {
            case 0 -> tell("a worker dies", () -> workers.removeIf(worker -> random.nextBoolean()));
            case 1, 2 -> tell("the lease ends", () -> world.endLease(order));
            case 3, 4 -> tell("the pause ends", () -> world.endPause(order));
            case 5, 6, 7, 8 -> recover();
            case 9 -> cancel();
            case 10 -> giveUp();
            case 11 -> tell("holds expire", inventory::sweep);
            case 12 -> tell("the provider answers", payments::settle);
            case 13 -> tell("the deadline passes", world::passDeadline);
            case 14, 15 ->
                tell("payments tells " + payments.outcomes(), () -> payments.outcomes()
                        .forEach(world::hear));
            default -> workGoesOn();
        }
    }

    private void workGoesOn() {
        if (random.nextBoolean()) {
            tell("a message arrives, perhaps", network::deliverOne);
        } else if (!workers.isEmpty()) {
            goesOn(workers.get(random.nextInt(workers.size())));
        }
    }

    private void comeToRest() {
        for (var round = 0; round < LONGEST_CALM; round++) {
            network.deliverAll();
            payments.settle();
            List.copyOf(workers).forEach(this::goesOn);
            if (workers.isEmpty()) {
                world.endLease(order);
            }
            world.endPause(order);
            recover();
            if (isDone() && workers.isEmpty() && network.isQuiet()) {
                return;
            }
        }
        throw new AssertionError("Not done after the trouble was over");
    }

    private void goesOn(SagaWorker worker) {
        if (worker.isAboutToAsk()) {
            tell(name(worker) + " asks", worker::ask);
        } else if (worker.canAdvance()) {
            if (random.nextInt(20) == 0) {
                tell(name(worker) + " dies before it commits", () -> diesBeforeItCommits(worker));
            } else {
                advances(worker);
            }
        }
    }

    private void diesBeforeItCommits(SagaWorker worker) {
        worker.advance((answers, awaited) -> {
            world.advanceInVain(worker.lease(), answers, awaited);
            return new Progress.LeaseLost();
        });
        workers.remove(worker);
    }

    /** A worker that lost its lease finds out, and changes nothing. */
    private void advances(SagaWorker worker) {
        var holder = world.isHolder(worker.lease());
        var before = holder ? null : world.rows(order);
        var progress = worker.advance((answers, awaited) -> {
            story.add("%s learns %s".formatted(name(worker), answers));
            return world.advance(worker.lease(), answers, awaited);
        });
        story.add(progress instanceof Progress.Asking asking ? "to ask " + asking.names() : progress.toString());
        assertThat(progress instanceof Progress.LeaseLost).isNotEqualTo(holder);
        if (!holder) {
            assertThat(world.rows(order)).isEqualTo(before);
        }
        if (worker.isOver()) {
            workers.remove(worker);
        }
    }

    private void recover() {
        world.claimDue("replica " + random.nextInt(2)).ifPresent(this::worksOn);
    }

    private void worksOn(Lease lease) {
        var worker = new SagaWorker(lease, neighbours, network);
        story.add(name(worker) + " begins");
        workers.add(worker);
    }

    private void cancel() {
        var move = world.cancel(order);
        story.add("cancelled: " + move);
        if (move instanceof CancelMove.Refuse) {
            assertThat(cancelled).as("a repeat gets the same answer").isFalse();
        } else {
            cancelled = true;
        }
    }

    private void giveUp() {
        var done = world.giveUp(order, key);
        story.add("given up: " + done);
        givenUp |= done;
    }

    private static String name(SagaWorker worker) {
        return "worker " + worker.lease().attempt();
    }

    private boolean isDone() {
        return world.ask(Boolean.class, "SELECT state = 'DONE' FROM checkout_saga WHERE order_id = ?", order)
                .getFirst();
    }

    private void tell(String what, Runnable happening) {
        story.add(what);
        happening.run();
    }
}
