package dev.covenant.registry.api;

import java.time.Duration;
import java.util.Map;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Receiver;
import dev.covenant.registry.testing.Receiver.Received;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Several servers tell webhooks side by side. What one has taken is its own until its lease ends, and then anybody's. */
@RealServer(setup = RegistryUsers.class)
class WebhookLeaseIT {
    /** More than one server tells at once. */
    private static final int MANY = 30;

    private final Receiver receiver = Receiver.open();
    private final ServerUnderTest server;
    private final Jdbi owner;
    private final WebhookTeller teller;

    WebhookLeaseIT(ServerUnderTest server) {
        this.server = server;
        owner = Jdbi.create(server.owner());
        teller = WebhookTeller.of(Registry.of(server), receiver);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void lateNewsOfAnAttemptThatWasTakenOverChangesNothing() {
        var webhook = teller.wants("contract_published");
        receiver.hold();
        teller.publish("1", "one");
        await().until(() -> receiver.received().size() == 1);

        owner.useHandle(handle -> handle.execute(
                "UPDATE webhook_delivery SET due_at = now() WHERE webhook_id = "
                        + "(SELECT id FROM webhook WHERE uuid = ?)",
                webhook.text("uuid")));
        await().until(() -> receiver.received().size() == 2);
        receiver.letGo();

        assertThat(teller.toldInTheEnd(webhook, 1)).containsExactly("contract_published success 2");
        assertThat(teller.log(webhook)).contains("attempt 2").doesNotContain("attempt 1");
        assertThat(receiver.received())
                .extracting(Received::delivery)
                .containsOnly(receiver.received().getFirst().delivery());
    }

    @Test
    void serversShareTheWorkAndTakeOverFromOneThatIsKilled() {
        teller.publish("1", "one");
        var webhook = teller.wants("contract_published");
        receiver.hold();
        try (var replica = server.replica("webhooks", Map.of())) {
            dueAtOnce(webhook);
            await().until(() -> receiver.received().size() == MANY);
            assertThat(receiver.received()).extracting(Received::delivery).doesNotHaveDuplicates();
            replica.process().kill();
        }
        receiver.letGo();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(teller.told(webhook)).hasSize(MANY).allMatch(told -> told.contains("success")));
        assertThat(teller.told(webhook)).contains("contract_published success 1", "contract_published success 2");
    }

    private void dueAtOnce(ServiceAnswer webhook) {
        owner.useHandle(handle -> handle.execute(
                "INSERT INTO webhook_delivery (webhook_id, event, publication_id, parameters) "
                        + "SELECT w.id, 'CONTRACT_PUBLISHED', pp.id, '{}' "
                        + "FROM webhook w JOIN pact_publication pp USING (consumer_id, provider_id), generate_series(1, ?) "
                        + "WHERE w.uuid = ?",
                MANY,
                webhook.text("uuid")));
    }
}
