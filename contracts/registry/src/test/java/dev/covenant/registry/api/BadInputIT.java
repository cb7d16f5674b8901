package dev.covenant.registry.api;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Publications;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is sent, the answer is a clear refusal. */
@RealServer(setup = RegistryUsers.class)
class BadInputIT {
    private final Registry registry;

    BadInputIT(ServerUnderTest server) {
        this.registry = Registry.of(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nonsense", "{}{}", "{\"pacticipantName\":\"A\"", "\u0000"})
    void whatIsNotJsonIs400(String body) {
        var answer = registry.send("POST", "contracts/publish", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).contains("well-formed JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"text\"", "{}", ""})
    void whatIsNoPublicationNamesWhatIsMissing(String body) {
        var answer = registry.send("POST", "contracts/publish", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/hal+json;charset=utf-8");
        assertThat(answer.text("/errors/pacticipantName/0")).isEqualTo("is missing");
        assertThat(answer.text("/errors/contracts/0")).isEqualTo("is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "no JSON",
                "{\"consumer\":{\"name\":\"Somebody else\"}}",
                "{\"interactions\":[1e999]}",
                "{\"a\":\"\\ud800\"}"
            })
    void whatIsNoPactOfTheConsumerIs400(String pact) {
        var answer = registry.publish("Shop", "1", "Store", pact);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/contracts/0")).endsWith("(at index 0)");
    }

    @ParameterizedTest
    @CsvSource({"' '", "'a\nb'", "'a\0b'", "TOO_LONG"})
    void namesThatCannotBeNamesAreRefused(String name) {
        var illegal = name.equals("TOO_LONG") ? "x".repeat(256) : name;

        assertThat(registry.publish("Shop", illegal, "Store", Publications.pact("Shop", "Store"))
                        .status())
                .isEqualTo(400);
        assertThat(registry.publish("Shop", "1", "Store", Publications.pact("Shop", "Store"), Map.of("branch", illegal))
                        .status())
                .isEqualTo(400);
        assertThat(registry.put("pacticipants/%s", illegal).status()).isBetween(400, 499);
        assertThat(registry.put("pacticipants/Shop/versions/%s/tags/%s", illegal, illegal)
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void aBodyBeyondTheLimitIs413() {
        var answer = registry.send("POST", "contracts/publish", "{\"a\":\"" + "x".repeat(6_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("error")).contains("at most 5242880 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pacticipants//versions", "nothing", "pacticipants/None", "pacts/provider/a/consumer/b/version/1"
            })
    void whatIsNotThereIs404(String path) {
        var answer = registry.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(answer.text("error")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void namesThatPathsUseThemselvesAreRefused(String name) {
        var answer = registry.publish("Shop", name, "Store", Publications.pact("Shop", "Store"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/pacticipantVersionNumber/0")).contains("means something else in a path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pacticipants/%2e%2e/%2e%2e/etc",
                "pacticipants/..%2f..%2fetc",
                "pacticipants/a%5c..%5c..",
                "WEB-INF/web.xml"
            })
    void pathsThatClimbLeadNowhere(String path) {
        assertThat(registry.get(path).status()).isIn(400, 403, 404);
    }

    @Test
    void whoAcceptsProblemDetailsGetsThem() {
        var accept = new String[] {"Accept", "application/hal+json, application/problem+json"};

        var fields = registry.send("POST", "contracts/publish", "{}", accept);
        var sentences = registry.send("GET", "matrix", null, accept);
        var nothing = registry.send("GET", "pacticipants/None", null, accept);

        assertThat(fields.status()).isEqualTo(400);
        assertThat(fields.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(fields.json().get("errors").values().stream()
                        .map(each -> each.get("field").asString() + " "
                                + each.get("rule").asString()))
                .contains("pacticipantName is missing");
        assertThat(sentences.text("/errors/0/rule")).isEqualTo("Please provide 1 or more version selectors.");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.text("/title")).isEqualTo("Not Found");
        assertThat(nothing.text("/detail")).startsWith("The requested document was not found");
    }

    @Test
    void otherMethodsAndMediaTypesHaveNoBody() {
        assertThat(registry.delete("contracts/publish").status()).isEqualTo(405);
        var text = registry.send("POST", "contracts/publish", "x", "Content-Type", "text/plain");
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.body()).isEmpty();
    }
}
