package dev.covenant.orders.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Between the checkout and its neighbours: whatever is sent arrives once, twice, late or never, and so does its answer. */
final class Network {
    private static final StepAnswer NOTHING = new StepAnswer.Unknown("TimeoutException");

    private final List<Message> underWay = new ArrayList<>();
    private final Random random;
    private List<Message> sent = new ArrayList<>();

    Network(Random random) {
        this.random = random;
    }

    /** Now and then nothing may be sent. @param effect what the neighbour does with it, each time it arrives */
    CompletionStage<StepAnswer> send(Supplier<StepAnswer> effect) {
        if (random.nextInt(20) == 0) {
            return CompletableFuture.completedStage(new StepAnswer.NotAsked("circuit open"));
        }
        var message = new Message(effect, new CompletableFuture<>());
        underWay.add(message);
        sent.add(message);
        return message.answer();
    }

    /** What was sent since this was last asked. */
    List<Message> sent() {
        var messages = sent;
        sent = new ArrayList<>();
        return messages;
    }

    boolean isQuiet() {
        return underWay.isEmpty();
    }

    void deliverAll() {
        while (!underWay.isEmpty()) {
            var message = any();
            underWay.remove(message);
            message.answer().complete(message.effect().get());
        }
    }

    void deliverOne() {
        if (underWay.isEmpty()) {
            return;
        }
        var message = any();
        switch (random.nextInt(10)) {
            case 0 -> message.answer().complete(NOTHING); // It may arrive later still.
            case 1 -> message.effect().get(); // It is under way a second time.
            case 2 -> {
                underWay.remove(message);
                message.answer().complete(NOTHING);
            }
            case 3 -> {
                underWay.remove(message);
                message.effect().get();
                message.answer().complete(NOTHING);
            }
            default -> {
                underWay.remove(message);
                message.answer().complete(message.effect().get());
            }
        }
    }

    private Message any() {
        return underWay.get(random.nextInt(underWay.size()));
    }

    record Message(Supplier<StepAnswer> effect, CompletableFuture<StepAnswer> answer) {
        boolean decides() {
            return answer.isDone() && !(answer.join() instanceof StepAnswer.Undecided);
        }
    }
}
