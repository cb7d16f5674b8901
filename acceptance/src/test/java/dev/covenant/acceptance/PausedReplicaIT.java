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
            var answers = MESSAGES.stream().collect(Collectors.toMap(message -> message, stage::holdAnswer));
            var checkouts = MESSAGES.stream()
                    .map(message -> begin(message, stage, answers))
                    .toList();
            stage.orders().process().pause();
            books.letLeasesExpire();
            books.settle();
            var finished = stateOf(checkouts);

            var locks = checkouts.stream()
                    .map(Staged::orderId)
                    .map(books::lockCheckout)
                    .toList();
            stage.orders().process().resume();
            answers.values().forEach(HeldMessage::release);
            locks.forEach(RowLock::awaitBlocked);
            locks.forEach(RowLock::letPass);
            locks.forEach(RowLock::close);

            assertThat(stateOf(checkouts)).isEqualTo(finished);
            assertThat(checkouts)
                    .extracting(Staged::orderId)
                    .map(books::statusOf)
                    .containsOnly("CONFIRMED");
        }
        books.assertTheyAgree();
    }

    private static Staged begin(Message message, Stage stage, Map<Message, HeldMessage> answers) {
        var checkout = stage.begin(message);
        answers.get(message).awaitHeld(Stage.LIMIT);
        return checkout;
    }

    private Map<String, List<String>> stateOf(List<Staged> checkouts) {
        return checkouts.stream()
                .map(Staged::orderId)
                .collect(Collectors.toMap(order -> order, books::everythingAbout));
    }
}
