package dev.covenant.devstack.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.devstack.DevstackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MessageRulesTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final WebCallee callee = new WebCallee();
    private final FaultProxy proxy = FaultProxy.forHttp(callee.port());
    private final Caller caller = new Caller(proxy.port());

    @AfterEach
    void stop() {
        caller.close();
        proxy.close();
        callee.close();
    }

    @Test
    void aHeldRequestReachesTheCalleeWhenItIsReleased() {
        var held = proxy.holdRequest("PUT /things/.");
        var answer = caller.put("/things/1", "one");

        held.awaitHeld(SOON);
        assertThat(held.request()).isEqualTo(new CaughtRequest("PUT", "/things/1", "one"));
        assertThat(callee.requests()).isEmpty();

        held.release();
        assertThat(answer.join()).isEqualTo("200 answer 1");
        assertThat(held.answer()).isEqualTo(new CaughtAnswer(200, "answer 1"));
        assertThat(callee.requests()).containsExactly("PUT /things/1 one");
    }

    @Test
    void aHeldRequestArrivesLateWhenItsCallerHasGone() {
        var held = proxy.holdRequest("PUT .*");
        var answer = caller.put("/things/1", "one", Duration.ofMillis(200));
        assertThatThrownBy(answer::join).hasCauseInstanceOf(HttpTimeoutException.class);

        held.awaitHeld(SOON).release();

        assertThat(held.awaitAnswer(SOON).body()).isEqualTo("answer 1");
        assertThat(callee.requests()).containsExactly("PUT /things/1 one");
    }

    @Test
    void aHeldRequestArrivesAtACalleeThatWasRestarted() {
        var held = proxy.holdRequest("PUT .*");
        var answer = caller.put("/things/1", "one");
        held.awaitHeld(SOON);
        callee.close();

        try (var restarted = new WebCallee(callee.port())) {
            held.release();

            assertThat(answer.join()).isEqualTo("200 answer 1");
            assertThat(restarted.requests()).containsExactly("PUT /things/1 one");
        }
    }

    @Test
    void aDroppedRequestNeverReachesTheCallee() {
        var held = proxy.holdRequest("PUT .*");
        var answer = caller.put("/things/1", "one");

        held.awaitHeld(SOON).drop();

        assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        assertThat(callee.requests()).isEmpty();
    }

    @Test
    void aHeldAnswerIsAboutWorkThatIsDone() {
        var held = proxy.holdAnswer("PUT .*");
        var answer = caller.put("/things/1", "one");

        held.awaitHeld(SOON);
        assertThat(callee.requests()).hasSize(1);
        assertThat(held.answer()).isEqualTo(new CaughtAnswer(200, "answer 1"));
        assertThat(answer).isNotDone();

        held.release();
        assertThat(answer.join()).isEqualTo("200 answer 1");
    }

    @Test
    void aDroppedAnswerIsLostAfterTheWorkIsDone() {
        var dropped = proxy.dropAnswer("PUT .*");
        var answer = caller.put("/things/1", "one");

        assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        assertThat(dropped.awaitHeld(SOON).answer().body()).isEqualTo("answer 1");
        assertThat(callee.requests()).hasSize(1);
    }

    @Test
    void aDuplicatedRequestReachesTheCalleeTwiceAndItsCallerHearsTheSecondAnswer() {
        var twice = proxy.duplicate("PUT .*");

        assertThat(caller.put("/things/1", "one").join()).isEqualTo("200 answer 2");
        assertThat(twice.answer().body()).isEqualTo("answer 2");
        assertThat(callee.requests()).containsExactly("PUT /things/1 one", "PUT /things/1 one");
    }

    @Test
    void aBodyInChunksIsReadWhole() {
        var held = proxy.holdRequest("PUT .*");
        var chunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("in chunks".getBytes()));
        var answer = caller.send("PUT", "/things/1", chunks, SOON);

        assertThat(held.awaitHeld(SOON).request().body()).isEqualTo("in chunks");

        held.release();
        assertThat(answer.join()).isEqualTo("200 answer 1");
        assertThat(callee.requests()).containsExactly("PUT /things/1 in chunks");
    }

    @Test
    void aRuleServesOnceAndOnlyWhatMatchesWhole() {
        proxy.dropAnswer("PUT /things/1");

        assertThat(caller.put("/things/12", "other").join()).isEqualTo("200 answer 1");
        assertThatThrownBy(caller.put("/things/1", "caught")::join).hasCauseInstanceOf(IOException.class);
        assertThat(caller.put("/things/1", "free").join()).isEqualTo("200 answer 3");
    }

    @Test
    void theFirstRuleThatMatchesServesFirst() {
        var first = proxy.holdRequest("PUT .*");
        var second = proxy.holdRequest("PUT /things/1");
        caller.put("/things/1", "a");
        first.awaitHeld(SOON);
        caller.put("/things/1", "b");

        assertThat(second.awaitHeld(SOON).request().body()).isEqualTo("b");
        assertThat(first.request().body()).isEqualTo("a");
    }

    @Test
    void manyMessagesAreHeldAtOnceAndReleasedInAnyOrder() {
        var held = IntStream.range(0, 30)
                .mapToObj(number -> proxy.holdRequest("PUT /things/" + number))
                .toList();
        var answers = IntStream.range(0, 30)
                .mapToObj(number -> caller.put("/things/" + number, ""))
                .toList();
        held.forEach(message -> message.awaitHeld(SOON));

        held.reversed().forEach(message -> {
            message.release();
            message.awaitAnswer(SOON);
        });

        assertThat(answers.getLast().join()).isEqualTo("200 answer 1");
        assertThat(answers.getFirst().join()).isEqualTo("200 answer 30");
    }

    @Test
    void whatIsHeldOutlivesAHealedFault() {
        var held = proxy.holdRequest("PUT .*");
        var answer = caller.put("/things/1", "one");
        held.awaitHeld(SOON);

        proxy.inject(new Fault.Stall());
        proxy.heal();

        held.release();
        assertThat(answer.join()).isEqualTo("200 answer 1");
    }

    @Test
    void clearingForgetsRulesAndDropsWhatIsHeld() {
        var held = proxy.holdRequest("PUT /things/1");
        var waiting = proxy.holdRequest("PUT /things/2");
        var answer = caller.put("/things/1", "one");
        held.awaitHeld(SOON);

        proxy.clear();

        assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> waiting.awaitHeld(SOON))
                .isInstanceOf(DevstackException.class)
                .hasMessage("Hold request PUT /things/2: the rule was withdrawn");
        assertThat(caller.put("/things/2", "free").join()).isEqualTo("200 answer 1");
    }

    @Test
    void waitingForAMessageThatNeverComesSaysWhatWasExpected() {
        var held = proxy.holdRequest("POST /never");

        assertThatThrownBy(() -> held.awaitHeld(Duration.ofMillis(50)))
                .isInstanceOf(DevstackException.class)
                .hasMessage("Hold request POST /never: nothing within PT0.05S");
    }

    @Test
    void aCalleeThatIsDownWhenItsRequestIsReleasedFailsBothSides() {
        var held = proxy.holdRequest("PUT .*");
        var answer = caller.put("/things/1", "one");
        held.awaitHeld(SOON);
        callee.close();

        held.release();

        assertThatThrownBy(() -> held.awaitAnswer(SOON))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("refused");
        assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
    }
}
