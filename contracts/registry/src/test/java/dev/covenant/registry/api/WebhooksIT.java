package dev.covenant.registry.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Receiver;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.testing.Publications.json;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class WebhooksIT {
    private final Receiver receiver = Receiver.open();
    private final Jdbi owner;
    private final Registry registry;
    private final WebhookTeller teller;

    WebhooksIT(ServerUnderTest server) {
        owner = Jdbi.create(server.owner());
        registry = Registry.of(server);
        teller = WebhookTeller.of(registry, receiver);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void tellsOfChangedContentOnceAndOfTheSameContentNever() {
        var webhook = teller.wants("contract_content_changed");

        teller.publish("1", "one");
        teller.publish("2", "one");
        teller.publish("3", "other");

        assertThat(teller.toldInTheEnd(webhook, 2)).containsOnly("contract_content_changed success 1");
        // In any order: deliveries are told side by side.
        var versions = receiver.received().stream()
                .map(each -> JsonMapper.shared().readTree(each.body()))
                .collect(toMap(each -> each.get("consumerVersionNumber").asString(), each -> each));
        assertThat(versions).containsOnlyKeys("1", "3");
        var told = versions.get("1");
        assertThat(told.get("eventName").asString()).isEqualTo("contract_content_changed");
        assertThat(told.get("consumerName").asString()).isEqualTo(teller.consumer());
        assertThat(told.get("providerName").asString()).isEqualTo(teller.provider());
        assertThat(told.get("githubVerificationStatus").asString()).isEqualTo("pending");
        assertThat(registry.send("GET", told.get("pactUrl").asString(), null)
                        .json()
                        .at("/_links/pb:consumer-versions/0/name")
                        .asString())
                .isEqualTo("1");
    }

    @Test
    void tellsOfResultsByTheirOutcome() {
        teller.publish("1", "one");
        var all = teller.wants("provider_verification_published");
        var good = teller.wants("provider_verification_succeeded");
        var bad = teller.wants("provider_verification_failed");

        var result = teller.verify("1", "7", false);

        assertThat(teller.toldInTheEnd(all, 1)).containsExactly("provider_verification_published success 1");
        assertThat(teller.toldInTheEnd(bad, 1)).containsExactly("provider_verification_failed success 1");
        assertThat(teller.told(good)).isEmpty();
        assertThat(receiver.received()).allSatisfy(told -> {
            var body = JsonMapper.shared().readTree(told.body());
            assertThat(body.get("githubVerificationStatus").asString()).isEqualTo("failure");
            assertThat(body.get("providerVersionNumber").asString()).isEqualTo("7");
        });
        assertThat(teller.list(result.text("/_links/pb:triggered-webhooks/href")))
                .hasSize(2);
    }

    @Test
    void asksForAResultFromEachProviderVersionThatIsInUseAndHasNone() {
        teller.publish("1", "one");
        teller.verify("1", "7", true);
        teller.verify("1", "8", true);
        var environment = registry.newEnvironment();
        registry.deploy(teller.provider(), "7", environment, null);
        var webhook = teller.wants("contract_requiring_verification_published");

        teller.publish("2", "one");
        teller.publish("3", "other");

        assertThat(teller.toldInTheEnd(webhook, 1))
                .containsExactly("contract_requiring_verification_published success 1");
        var told = JsonMapper.shared().readTree(receiver.received().getFirst().body());
        assertThat(told.get("consumerVersionNumber").asString()).isEqualTo("3");
        assertThat(told.get("providerVersionNumber").asString()).isEqualTo("7");
        assertThat(told.get("providerVersionDescriptions").asString()).isEqualTo("deployed to " + environment.name());
    }

    @Test
    void triesAgainAfterAFailureAndSaysThatItIsTheSame() {
        receiver.answers(500, null, "not now");
        var webhook = teller.wants("contract_published");

        teller.publish("1", "one");

        assertThat(teller.toldInTheEnd(webhook, 1)).containsExactly("contract_published success 2");
        assertThat(teller.log(webhook))
                .contains("attempt 1: HTTP 500\nnot now")
                .contains("attempt 2: HTTP 200\nthanks");
        assertThat(receiver.received())
                .extracting(told -> told.headers().getFirst("webhook-id"))
                .hasSize(2)
                .doesNotContainNull();
        assertThat(receiver.received().stream()
                        .map(told -> told.headers().getFirst("webhook-id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void givesUpAfterTheLastPause() {
        List.of(1, 2, 3).forEach(_ -> receiver.answers(503, null, "closed"));
        var webhook = teller.wants("contract_published");

        teller.publish("1", "one");

        assertThat(teller.toldInTheEnd(webhook, 1)).containsExactly("contract_published failure 3");
        assertThat(receiver.received()).hasSize(3);
    }

    @Test
    void takesUpWhatAServerHadBegunThatIsGone() {
        teller.publish("1", "one");
        var webhook = teller.wants("contract_published");

        // As a server leaves it that dies while it waits for the answer: taken, and nothing written down.
        owner.useHandle(handle -> handle.execute(
                "INSERT INTO webhook_delivery (webhook_id, event, publication_id, parameters, attempts, due_at) "
                        + "SELECT w.id, 'CONTRACT_PUBLISHED', pp.id, '{}', 1, now() + interval '2 s' "
                        + "FROM webhook w JOIN pact_publication pp USING (consumer_id, provider_id) WHERE w.uuid = ?",
                webhook.text("uuid")));
        assertThat(teller.told(webhook)).containsExactly("contract_published retrying 1");
        assertThat(receiver.received()).isEmpty();

        assertThat(teller.toldInTheEnd(webhook, 1)).containsExactly("contract_published success 2");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void whatIsNotStoredIsNotTold() {
        var webhook = teller.wants("contract_published");
        teller.publish("1", "one");

        assertThat(teller.publish("1", "other").status()).isEqualTo(409);

        assertThat(teller.toldInTheEnd(webhook, 1)).hasSize(1);
    }

    @Test
    void othersAreNotToldAndAllAreToldThatAreMeant() {
        var label = UUID.randomUUID().toString();
        registry.put("pacticipants/%s/labels/%s", teller.consumer(), label);
        var byLabel = global(Map.of("consumer", Map.of("label", label)));
        var byOtherLabel = global(Map.of("consumer", Map.of("label", "x" + label)));
        var disabled = global(Map.of("consumer", Map.of("label", label), "enabled", false));

        teller.publish("1", "one");

        assertThat(teller.toldInTheEnd(byLabel, 1)).hasSize(1);
        assertThat(teller.told(byOtherLabel)).isEmpty();
        assertThat(teller.told(disabled)).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (var other = Receiver.open()) {
            List.of(1, 2, 3).forEach(_ -> receiver.answers(307, other.url(), "elsewhere"));
            var webhook = teller.wants("contract_published");

            teller.publish("1", "one");

            assertThat(teller.toldInTheEnd(webhook, 1)).containsExactly("contract_published failure 3");
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void isTriedBeforeThereIsAnythingToTell() {
        var webhook = teller.wants("contract_published");
        var tried = registry.sendTo(webhook.text("/_links/pb:execute/href"), "{}");

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.json().get("success").booleanValue()).isTrue();
        assertThat(JsonMapper.shared()
                        .readTree(receiver.received().getFirst().body())
                        .get("consumerName")
                        .asString())
                .isEqualTo("consumerName");
        receiver.close();
        var refused = registry.sendTo(webhook.text("/_links/pb:execute/href"), "{}");
        assertThat(refused.json().get("success").booleanValue()).isFalse();
        assertThat(refused.text("/error/message")).isEqualTo("no answer: ConnectException");
    }

    @Test
    void isListedWithItsPairAndGoneWhenItIsDeleted() {
        var webhook = teller.wants("contract_published");
        var path = Registry.at("webhooks/provider/%s/consumer/%s", teller.provider(), teller.consumer());
        var listed = registry.send("GET", path, null);
        assertThat(listed.text("/_links/pb:webhooks/0/href")).isEqualTo(webhook.text("/_links/self/href"));
        assertThat(listed.text("/_links/self/href")).endsWith(path);

        assertThat(registry.delete("webhooks/" + webhook.text("uuid")).status()).isEqualTo(204);

        assertThat(registry.get("webhooks/" + webhook.text("uuid")).status()).isEqualTo(404);
        assertThat(registry.delete("webhooks/" + webhook.text("uuid")).status()).isEqualTo(404);
    }

    private ServiceAnswer global(Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("request", Map.of("url", receiver.url()));
        return registry.send("POST", "webhooks", json(body));
    }
}
