package dev.covenant.registry.api;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Publications;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The server is killed while many publish. Whoever got no answer asks again. */
@RealServer(setup = RegistryUsers.class)
class KilledPublishIT {
    private static final int PUBLISHERS = 12;
    private static final int ANSWERS_BEFORE = 40;
    private static final List<String> PROVIDERS =
            List.of("a", "b", "c").stream().map(Registry::newName).toList();

    private final ServerUnderTest server;
    private final Registry registry;
    private final String consumer = Registry.newName("Shop");
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Integer> answered = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> unanswered = new ConcurrentLinkedQueue<>();

    KilledPublishIT(ServerUnderTest server) {
        this.server = server;
        registry = Registry.of(server);
    }

    @Test
    void everyPublicationIsWholeOrAbsentAndTheRepeatSucceeds() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var publishers = IntStream.range(0, PUBLISHERS)
                    .mapToObj(_ -> CompletableFuture.runAsync(this::publishUntilKilled, threads))
                    .toList();
            await().atMost(Duration.ofSeconds(30)).until(() -> answered.size() >= ANSWERS_BEFORE);
            server.server().process().kill();
            publishers.forEach(CompletableFuture::join);
        } finally {
            server.server().start().awaitReady();
        }

        assertThat(answered).allSatisfy(number -> assertThat(isWhole(number)).isTrue());
        assertThat(unanswered).hasSize(PUBLISHERS).allSatisfy(number -> assertThat(isWhole(number) || isAbsent(number))
                .isTrue());
        assertThat(unanswered).allSatisfy(number -> {
            assertThat(publish(number).status()).isEqualTo(200);
            assertThat(isWhole(number)).isTrue();
        });
    }

    private void publishUntilKilled() {
        while (true) {
            var number = next.getAndIncrement();
            try {
                assertThat(publish(number).status()).isEqualTo(200);
                answered.add(number);
            } catch (UncheckedIOException cutOff) {
                unanswered.add(number);
                return;
            }
        }
    }

    private ServiceAnswer publish(int number) {
        var contracts = PROVIDERS.stream()
                .map(provider -> Publications.contract(
                        consumer, provider, Publications.pact(consumer, provider, "tea " + number)))
                .toList();
        return registry.send(
                "POST",
                "contracts/publish",
                Publications.json(Map.of(
                        "pacticipantName",
                        consumer,
                        "pacticipantVersionNumber",
                        Integer.toString(number),
                        "branch",
                        "main",
                        "tags",
                        List.of("dev"),
                        "contracts",
                        contracts)));
    }

    private boolean isAbsent(int number) {
        return version(number).status() == 404;
    }

    private boolean isWhole(int number) {
        var version = version(number);
        return version.status() == 200
                && version.json().at("/_embedded/branchVersions").size() == 1
                && version.json().at("/_embedded/tags").size() == 1
                && version.json().at("/_links/pb:pact-versions").size() == PROVIDERS.size();
    }

    private ServiceAnswer version(int number) {
        return registry.get("pacticipants/%s/versions/%s", consumer, number);
    }
}
