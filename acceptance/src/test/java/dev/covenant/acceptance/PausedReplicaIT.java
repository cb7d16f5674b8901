package dev.covenant.acceptance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.covenant.acceptance.Stage.Staged;
import dev.covenant.devstack.faults.HeldMessage;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;

/** A replica of orders stands still until its leases are over, and comes back when another one has finished its checkouts. */
@RealStack
class PausedReplicaIT {
    private static final List<Message> MESSAGES =
            List.of(Message.RESERVE, Message.AUTHORIZE, Message.COMMIT, Message.CAPTURE);

    private final Stack stack;
    private final Books books;

    PausedReplicaIT(Stack stack) {
        this.stack = stack;
        this.books = new Books(stack);
    }

    @Test
    void changesNothingWhenItComesBack() {
        try (var stage = Stage.open(stack)) {
            var stopped = MESSAGES.stream().map(message -> stop(message, stage)).toList();
            var checkouts = stopped.stream().map(Stopped::checkout).toList();
            stage.orders().process().pause();
            books.letLeasesExpire();
            books.settle();
            var finished = stateOf(checkouts);

            stage.orders().process().resume();
            stopped.forEach(this::letItTry);

            assertThat(stateOf(checkouts)).isEqualTo(finished);
            assertThat(checkouts)
                    .extracting(Staged::orderId)
                    .map(books::statusOf)
                    .containsOnly("CONFIRMED");
        }
        books.assertTheyAgree();
    }

    private static Stopped stop(Message message, Stage stage) {
        var answer = stage.holdAnswer(message);
        var checkout = stage.begin(message);
        stage.awaitStandstill(checkout, message, answer);
        return new Stopped(checkout, answer);
    }

    /** The answer that it has waited for comes, and it goes to write it down: the lock shows that it does, and when that is over. */
    private void letItTry(Stopped stopped) {
        try (var lock = books.lockAllCheckouts()) {
            stopped.answer().release();
            lock.awaitBlocked("UPDATE checkout_saga SET lease_until");
            lock.letPass();
        }
    }

    private Map<String, List<String>> stateOf(List<Staged> checkouts) {
        return checkouts.stream()
                .map(Staged::orderId)
                .collect(Collectors.toMap(order -> order, books::everythingAbout));
    }

    private record Stopped(Staged checkout, HeldMessage answer) {}
}
