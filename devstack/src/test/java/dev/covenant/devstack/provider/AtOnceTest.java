package dev.covenant.devstack.provider;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.covenant.devstack.provider.ProviderClient.Answer;

import static dev.covenant.devstack.provider.ProviderClient.newId;
import static org.assertj.core.api.Assertions.assertThat;

class AtOnceTest {

    private static final int CALLERS = 20;

    @RegisterExtension
    static final RunningProvider PROVIDER = new RunningProvider();

    private final ProviderClient client = PROVIDER.client();

    @RepeatedTest(5)
    void oneRequestSentTwentyTimesIsBookedOnce() throws Exception {
        String id = newId();

        List<Answer> answers = atOnce(_ -> client.authorize(id, 100, "tok_approve"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(entries(id)).isEqualTo(1);
    }

    @RepeatedTest(5)
    void ofTwentyContentsUnderOneIdOneIsBooked() throws Exception {
        String id = newId();

        List<Answer> answers = atOnce(caller -> client.authorize(id, 100 + caller, "tok_approve"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(CALLERS - 1);
        assertThat(entries(id)).isEqualTo(1);
    }

    @Test
    void oneRefundSentTwentyTimesIsPaidOnce() throws Exception {
        String id = client.captured(100, "tok_approve");
        String refundId = newId();

        List<Answer> answers = atOnce(_ -> client.refund(id, refundId, 5));

        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(client.find(id).number("refunded")).isEqualTo(5);
    }

    @Test
    void refundsAtOnceNeverExceedWhatWasCaptured() throws Exception {
        String id = client.captured(100, "tok_approve");

        List<Answer> answers = atOnce(_ -> client.refund(id, newId(), 10));

        assertThat(answers)
                .filteredOn(answer -> answer.text("state").equals("SUCCEEDED"))
                .hasSize(10);
        assertThat(client.find(id).number("refunded")).isEqualTo(100);
    }

    @RepeatedTest(5)
    void ofCaptureAndVoidAtOnceOneWins() throws Exception {
        String id = newId();
        client.authorize(id, 100, "tok_approve");

        List<Answer> answers = atOnce(caller -> caller % 2 == 0 ? client.capture(id) : client.cancel(id));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(CALLERS / 2);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(CALLERS / 2);
        assertThat(entries(id)).isEqualTo(2);
    }

    private static List<Answer> atOnce(IntFunction<Answer> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls = IntStream.range(0, CALLERS)
                    .<Callable<Answer>>mapToObj(caller -> () -> {
                        start.await();
                        return call.apply(caller);
                    })
                    .toList();
            return callers.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private static long entries(String id) throws Exception {
        return PROVIDER.count("SELECT count(*) FROM entry WHERE charge_id = '" + id + "'");
    }
}
