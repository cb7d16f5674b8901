package dev.covenant.registry.api;

import java.util.Map;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.testing.Publications.json;
import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class BadWebhooksIT {
    private final Registry registry;
    private final Jdbi owner;

    BadWebhooksIT(ServerUnderTest server) {
        registry = Registry.of(server);
        owner = Jdbi.create(server.owner());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/hook",
                "http://localhost/hook",
                "https://127.0.0.1/hook",
                "http://127.0.0.1@example.org/hook",
                "http://user:word@127.0.0.1/hook",
                "http://${pactbroker.consumerName}/hook",
                "file:///etc/passwd",
                "http://127.0.0.1/a b"
            })
    void placesThatAreNotAllowedAreRefused(String url) {
        var refused = registry.send("POST", "webhooks", json(Map.of("request", Map.of("url", url))));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/request.url/0").asString()).startsWith("must be");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "events|{'events':[]}|must be an array with at least one event",
                "events|{'events':[{'name':'x'}]}|must be objects whose name is that of an event",
                "request.url|{'request':{}}|can't be blank",
                "request.method|{'request':{'method':'GET'}}|must be POST",
                "request.headers|{'request':{'headers':{'Host':'x'}}}|must be headers that HTTP lets a client choose",
                "request.headers|{'request':{'headers':[]}}|must be an object with at most 20 fields",
                "request.body|{'request':{'body':'${pactbroker.no}'}}|has a parameter that does not exist: pactbroker.no",
                "consumer.name|{'consumer':{'name':'nobody'}}|does not match an existing pacticipant",
                "provider|{'provider':'Store'}|must be an object with a name or a label",
                "enabled|{'enabled':'yes'}|must be true or false",
                "description|{'description':7}|must be a string"
            })
    void whatIsNoWebhookNamesFieldAndRule(String field, String body, String rule) {
        var refused = registry.send("POST", "webhooks", body.replace('\'', '"'));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/" + field + "/0").asString()).isEqualTo(rule);
    }

    @Test
    void thereIsAMostOfWebhooks() {
        var one = registry.send("POST", "webhooks", json(Map.of("request", Map.of("url", "http://127.0.0.1:1/hook"))));
        try {
            owner.useHandle(handle -> handle.execute(
                    "INSERT INTO webhook (uuid, events, enabled, request) SELECT 'one-of-many-' || gen_random_uuid(), '{}', false, '' "
                            + "FROM generate_series(1, 500)"));

            var refused = registry.send(
                    "POST", "webhooks", json(Map.of("request", Map.of("url", "http://127.0.0.1:1/hook"))));
            var changed = registry.send(
                    "PUT",
                    "webhooks/" + one.text("uuid"),
                    json(Map.of("request", Map.of("url", "http://127.0.0.1:1/other"))));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("/errors/webhooks/0")).isEqualTo("are as many as there may be: 500");
            assertThat(changed.status()).isEqualTo(200);
        } finally {
            owner.useHandle(handle -> handle.execute("DELETE FROM webhook WHERE uuid LIKE 'one-of-many-%'"));
            registry.delete("webhooks/" + one.text("uuid"));
        }
    }
}
