package dev.covenant.devstack.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.faults.Fault;
import dev.covenant.devstack.process.Lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Faults and crashes of the parts that need no server of ours: PostgreSQL, issuer and provider. */
class FaultyStackTest {
    private static Stack stack;

    @BeforeAll
    static void start(@TempDir Path directory) {
        var plan = StackPlan.underTest(Workspace.find(), new StackDirectory(directory), Map.of());
        stack = Stack.start(plan, Set.of(Part.PROVIDER), Set.of(), Progress.silent(), new Lifetime());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @AfterEach
    void clear() {
        stack.clearLinks();
    }

    @Test
    void theProviderIsReachedOverItsLinkAndMayCrash() {
        assertThat(providerAnswers()).isTrue();
        var before = stack.process(Part.PROVIDER);
        before.kill();
        assertThat(providerAnswers()).isFalse();

        stack.restart(Part.PROVIDER);

        assertThat(providerAnswers()).isTrue();
        assertThat(stack.process(Part.PROVIDER).pid()).isNotEqualTo(before.pid());
    }

    @Test
    void aFaultOnOneLinkConcernsThatLinkOnly() {
        stack.link(Part.PAYMENTS, Part.PROVIDER).inject(new Fault.Reset());

        assertThat(providerAnswers()).isFalse();
        assertThat(answers(stack.ports().health(Part.PROVIDER))).isTrue();

        stack.clearLinks();
        assertThat(providerAnswers()).isTrue();
    }

    @Test
    void aPausedPartAnswersAgainWhenItIsResumed() {
        stack.process(Part.ISSUER).pause();
        stack.process(Part.ISSUER).resume();

        assertThat(answers(stack.ports().health(Part.ISSUER))).isTrue();
    }

    @Test
    void aPartThatStillRunsIsStoppedBeforeItStartsAgain() {
        var before = stack.process(Part.ISSUER);

        stack.restart(Part.ISSUER);

        assertThat(before.isAlive()).isFalse();
        assertThat(answers(stack.ports().health(Part.ISSUER))).isTrue();
    }

    @Test
    void thePartsOutliveACrashOfPostgresql() throws Exception {
        stack.postgres().kill();
        stack.restart(Part.POSTGRESQL);

        try (var books = stack.providerBooks().getConnection()) {
            assertThat(books.isValid(1)).isTrue();
        }
        assertThat(stack.process(Part.PROVIDER).isAlive()).isTrue();
    }

    @Test
    void whatWasNotAskedForIsNamed() {
        assertThatThrownBy(() -> stack.link(Part.INVENTORY, Part.ORDERS))
                .isInstanceOf(DevstackException.class)
                .hasMessageStartingWith("There is no proxy on inventory -> orders");
        assertThatThrownBy(() -> stack.restart(Part.ORDERS))
                .isInstanceOf(DevstackException.class)
                .hasMessage("orders was not started with this stack");
    }

    private static boolean providerAnswers() {
        var port = stack.link(Part.PAYMENTS, Part.PROVIDER).port();
        return answers(URI.create("http://localhost:%d/health".formatted(port)));
    }

    private static boolean answers(URI address) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException broken) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
