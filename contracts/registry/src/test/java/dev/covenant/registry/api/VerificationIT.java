package dev.covenant.registry.api;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.testing.Publications.json;
import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class VerificationIT {
    private final Registry registry;
    private final String consumer = Registry.newName("Shop");
    private final String provider = Registry.newName("Store");

    VerificationIT(ServerUnderTest server) {
        this.registry = Registry.of(server);
    }

    @BeforeEach
    void aContract() {
        registry.publish(consumer, "1", provider, pact(consumer, provider, "tea"));
    }

    @Test
    void aResultIsServedAsItWasTold() {
        var told = registry.sendTo(
                link("pb:publish-verification-results"),
                json(Map.of(
                        "success",
                        true,
                        "providerApplicationVersion",
                        "7",
                        "buildUrl",
                        "http://ci/7",
                        "testResults",
                        new Object[] {Map.of("interactionId", "x", "success", true)},
                        "verifiedBy",
                        Map.of("implementation", "Pact-JVM"))));

        assertThat(told.status()).isEqualTo(201);
        assertThat(told.header("Content-Type")).isEqualTo("application/hal+json;charset=utf-8");
        var served = registry.send("GET", told.header("Location"), null);
        assertThat(served.body()).isEqualTo(told.body());
        assertThat(served.text("providerName")).isEqualTo(provider);
        assertThat(served.text("providerApplicationVersion")).isEqualTo("7");
        assertThat(served.json().get("success").booleanValue()).isTrue();
        assertThat(served.text("/testResults/0/interactionId")).isEqualTo("x");
        assertThat(served.text("/verifiedBy/implementation")).isEqualTo("Pact-JVM");
        assertThat(served.text("/_links/self/href")).isEqualTo(told.header("Location"));
    }

    @Test
    void theLatestResultIsTheTruthAndBelongsToTheContent() {
        registry.verify(consumer, "1", provider, "7", true);
        registry.verify(consumer, "1", provider, "7", false);
        registry.publish(consumer, "2", provider, pact(consumer, provider, "tea"));

        var latest = registry.send(
                "GET",
                registry.pact(consumer, "2", provider).text("/_links/pb:latest-verification-results/href"),
                null);

        assertThat(latest.json().get("success").booleanValue()).isFalse();
    }

    @Test
    void aProviderVersionIsMadeKnownByItsResult() {
        registry.verify(consumer, "1", provider, "7", true);

        assertThat(registry.get("pacticipants/%s/versions/7", provider).status())
                .isEqualTo(200);
    }

    @Test
    void withoutResultsThereIsNoLatestOne() {
        assertThat(registry.send("GET", link("pb:latest-verification-results"), null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void manyResultsAtOnceAreAllKeptAndOneIsTheLatest() {
        var answers = AtOnce.call(12, number -> registry.verify(consumer, "1", provider, "7", number % 2 == 0));

        assertThat(answers).extracting(ServiceAnswer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.header("Location"))
                .doesNotHaveDuplicates()
                .contains(registry.send("GET", link("pb:latest-verification-results"), null)
                        .text("/_links/self/href"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "success|{\"providerApplicationVersion\":\"1\"}|is missing",
                "success|{\"providerApplicationVersion\":\"1\",\"success\":\"true\"}|must be true or false",
                "providerApplicationVersion|{\"success\":true}|is missing",
                "providerApplicationVersion|{\"success\":true,\"providerApplicationVersion\":\" \"}|can't be blank",
                "buildUrl|{\"success\":true,\"providerApplicationVersion\":\"1\",\"buildUrl\":\"x\"}|Invalid URL 'x'. Expected format: http://example.org"
            })
    void whatIsNoResultNamesFieldAndRule(String field, String body, String rule) {
        var refused = registry.sendTo(link("pb:publish-verification-results"), body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/" + field + "/0").asString()).isEqualTo(rule);
    }

    @Test
    void aResultOfWhatWasNeverPublishedIs404() {
        var answer = registry.send(
                "POST",
                Registry.at(
                        "pacts/provider/%s/consumer/%s/pact-version/%s/verification-results",
                        provider, consumer, "0".repeat(40)),
                "{\"success\":true,\"providerApplicationVersion\":\"1\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(registry.get("pacticipants/%s/versions/1", provider).status())
                .isEqualTo(404);
    }

    private String link(String relation) {
        return registry.pact(consumer, "1", provider).text("/_links/" + relation + "/href");
    }
}
