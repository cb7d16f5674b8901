package dev.covenant.devstack.provider;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.covenant.devstack.provider.ProviderClient.newId;
import static org.assertj.core.api.Assertions.assertThat;

class HeldCallsTest {

    @RegisterExtension
    static final RunningProvider PROVIDER = new RunningProvider();

    private final ProviderClient client = PROVIDER.client();

    @Test
    void aSlowTokenIsAnsweredAfterItsDelay() {
        long start = System.nanoTime();

        var answer = client.authorize(newId(), 100, "tok_slow_150");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        assertThat(answer.text("state")).isEqualTo("AUTHORIZED");
    }

    @Test
    void aSlowAnswerDoesNotDelayTheBooking() {
        String id = newId();
        var pending = client.authorizing(id, 100, "tok_slow_60000");

        Eventually.holds("booked", () -> client.find(id).status() == 200);

        assertThat(client.capture(id).text("state")).isEqualTo("CAPTURED");
        assertThat(pending).isNotDone();
        pending.cancel(true);
    }

    @Test
    void anUnansweredChargeIsBookedAndFound() {
        String id = newId();
        var pending = client.authorizing(id, 100, "tok_no_answer");

        Eventually.holds("booked", () -> client.find(id).text("state").equals("AUTHORIZED"));

        assertEndsWithoutAnswer(pending);
        assertThat(client.cancel(id).text("state")).isEqualTo("VOIDED");
    }

    @Test
    void anUnansweredRequestStaysUnansweredWhenItIsRepeated() throws Exception {
        String id = newId();

        assertEndsWithoutAnswer(client.authorizing(id, 100, "tok_no_answer"));
        assertEndsWithoutAnswer(client.authorizing(id, 100, "tok_no_answer"));

        assertThat(PROVIDER.count("SELECT count(*) FROM entry WHERE charge_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void stoppingTheProviderEndsHeldCalls() throws Exception {
        String silent = newId();
        String slow = newId();
        CompletableFuture<ProviderClient.Answer> first;
        CompletableFuture<ProviderClient.Answer> second;
        try (SimulatedProvider stopping = PROVIDER.another(Duration.ofMinutes(1))) {
            ProviderClient its = new ProviderClient(stopping.uri(), RunningProvider.KEY);
            first = its.authorizing(silent, 100, "tok_no_answer");
            second = its.authorizing(slow, 100, "tok_slow_60000");
            Eventually.holds(
                    "both booked",
                    () -> its.find(silent).status() + its.find(slow).status() == 400);
        }

        assertEndsWithoutAnswer(first);
        assertEndsWithoutAnswer(second);
        assertThat(client.find(slow).text("state")).isEqualTo("AUTHORIZED");
    }

    private static void assertEndsWithoutAnswer(CompletableFuture<?> call) {
        assertThat(call).failsWithin(10, TimeUnit.SECONDS).withThrowableThat().withCauseInstanceOf(IOException.class);
    }
}
