package dev.covenant.registry.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.secrets.Sealer;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Receiver;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What of a webhook is secret: who gets it, who is never shown it, and what becomes of it under another key. */
@RealServer(setup = RegistryUsers.class)
class WebhookSecretsIT {
    private static final String SECRET = "s3cr3t-of-the-receiver";
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("another key of 32 characters....".getBytes(StandardCharsets.UTF_8));

    private final Receiver receiver = Receiver.open();
    private final Jdbi owner;
    private final Registry registry;
    private final WebhookTeller teller;

    WebhookSecretsIT(ServerUnderTest server) {
        owner = Jdbi.create(server.owner());
        registry = Registry.of(server);
        teller = WebhookTeller.of(registry, receiver);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void secretsReachTheReceiverAndNobodyElse() {
        List.of(1, 2).forEach(_ -> receiver.answers(200, null, "you said " + SECRET));
        var webhook = teller.create(secretRequest(), "contract_published");
        var shown = registry.get("webhooks/" + webhook.text("uuid"));
        teller.publish("1", "one");
        teller.toldInTheEnd(webhook, 1);
        var tried = registry.sendTo(webhook.text("/_links/pb:execute/href"), "{}");

        assertThat(receiver.received()).hasSize(2).allSatisfy(told -> {
            assertThat(told.headers().getFirst("X-Api-Token")).isEqualTo(SECRET);
            assertThat(told.headers().getFirst("Authorization")).isEqualTo("Basic " + basic("me", SECRET));
        });
        assertThat(tried.text("/response/body")).isEqualTo("you said **********");
        assertThat(List.of(webhook.body(), shown.body(), tried.body(), teller.log(webhook)))
                .allSatisfy(text -> assertThat(text).contains("**********").doesNotContain(SECRET));
    }

    /** The receiver repeats what it got, and what of it stands in the template. */
    @Test
    void theSecretOfAHeaderWithParametersIsHiddenAsItWasSent() {
        var sent = SECRET + "-" + teller.consumer();
        List.of(1, 2).forEach(_ -> receiver.answers(200, null, "you sent Bearer %s, or %s-".formatted(sent, SECRET)));
        var webhook = teller.create(
                Map.of(
                        "url", receiver.url(),
                        "headers", Map.of("Authorization", "Bearer " + SECRET + "-${pactbroker.consumerName}")),
                "contract_published");
        teller.publish("1", "one");
        teller.toldInTheEnd(webhook, 1);
        var tried = registry.sendTo(webhook.text("/_links/pb:execute/href"), "{}");

        assertThat(receiver.received()).hasSize(2).allSatisfy(told -> assertThat(
                        told.headers().getFirst("Authorization"))
                .isEqualTo("Bearer " + sent));
        assertThat(tried.text("/response/body")).isEqualTo("you sent **********, or **********");
        assertThat(teller.log(webhook)).contains("you sent **********, or **********");
    }

    @Test
    void starsKeepASecretWhereItIsAndDoNotTakeItElsewhere() {
        var webhook = teller.create(secretRequest(), "contract_published");
        var stars = Map.of("X-Api-Token", "**********");

        var changed = teller.change(webhook, Map.of("url", receiver.url() + "/new", "headers", stars));
        var moved = teller.change(webhook, Map.of("url", "http://127.0.0.1:1/hook", "headers", stars));
        registry.sendTo(webhook.text("/_links/pb:execute/href"), "{}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(moved.status()).isEqualTo(400);
        assertThat(receiver.received()).singleElement().satisfies(told -> {
            assertThat(told.path()).isEqualTo("/hook/new");
            assertThat(told.headers().getFirst("X-Api-Token")).isEqualTo(SECRET);
        });
    }

    @Test
    void whatWasSealedWithAnotherKeyIsShownWithoutItsRequestAndCanBeWrittenAgain() {
        var webhook = sealedWithAnotherKey(teller.create(secretRequest(), "contract_published"));
        var path = "webhooks/" + webhook.text("uuid");

        assertThat(registry.get("webhooks").status()).isEqualTo(200);
        assertThat(registry.get(path).status()).isEqualTo(200);
        assertThat(registry.get(path).json().has("request")).isFalse();
        assertThat(registry.sendTo(webhook.text("/_links/pb:execute/href"), "{}")
                        .text("/error/message"))
                .isEqualTo("not sent: the request was sealed with another key");
        var stars = Map.of("url", receiver.url(), "headers", Map.of("X-Api-Token", "**********"));
        assertThat(teller.change(webhook, stars).status()).isEqualTo(400);
        assertThat(teller.change(webhook, secretRequest()).status()).isEqualTo(200);

        registry.sendTo(webhook.text("/_links/pb:execute/href"), "{}");
        assertThat(receiver.received()).singleElement().satisfies(told -> assertThat(
                        told.headers().getFirst("X-Api-Token"))
                .isEqualTo(SECRET));
    }

    /** The other one is told though it is taken in one go with it, and none of the attempts that could not begin is counted. */
    @Test
    void whatWasSealedWithAnotherKeyIsPutOffAndStopsNobody() {
        var sealed = sealedWithAnotherKey(teller.create(secretRequest(), "contract_published"));
        var other = teller.wants("contract_published");
        teller.publish("1", "one");

        assertThat(teller.toldInTheEnd(other, 1)).containsExactly("contract_published success 1");
        await().atMost(Duration.ofSeconds(30)).until(() -> isPutOff(sealed));
        assertThat(teller.told(sealed)).containsExactly("contract_published not_run 0");

        teller.change(sealed, secretRequest());
        owner.useHandle(handle -> handle.execute(
                "UPDATE webhook_delivery SET due_at = now() WHERE webhook_id = "
                        + "(SELECT id FROM webhook WHERE uuid = ?)",
                sealed.text("uuid")));
        assertThat(teller.toldInTheEnd(sealed, 1)).containsExactly("contract_published success 1");
    }

    private ServiceAnswer sealedWithAnotherKey(ServiceAnswer webhook) {
        var uuid = webhook.text("uuid");
        owner.useHandle(handle -> handle.execute(
                "UPDATE webhook SET request = ? WHERE uuid = ?", new Sealer(OTHER_KEY).seal("{}", uuid), uuid));
        return webhook;
    }

    /** Taken, and given back: due when the lease ends. */
    private boolean isPutOff(ServiceAnswer webhook) {
        return owner.withHandle(handle -> handle.select(
                        "SELECT count(*) = 1 FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id "
                                + "WHERE w.uuid = ? AND d.attempts = 0 AND d.due_at > now()",
                        webhook.text("uuid"))
                .mapTo(Boolean.class)
                .one());
    }

    private Map<String, ?> secretRequest() {
        return Map.of(
                "url", receiver.url(), "headers", Map.of("X-Api-Token", SECRET), "username", "me", "password", SECRET);
    }

    private static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
